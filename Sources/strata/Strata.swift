import CStrataSystem
import Glibc

/// The program. `strata [CATALOG…]` opens without the command parser, whose start would cost more than all the rest: see
/// `Sentence`.
@main
struct Strata {
  static func main() {
    strata_system_begin()
    exit(run(Sentence(RawPath.arguments) { RawPath.exists($0) }))
  }

  /// Descriptors 0 to 2 as something at least, so that no file that is opened becomes the terminal's.
  static func openStandardDescriptors() {
    while true {
      let descriptor = open("/dev/null", O_RDWR)
      if descriptor > STDERR_FILENO || descriptor < 0 {
        close(descriptor)
        return
      }
    }
  }
}
