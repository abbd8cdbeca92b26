import Foundation

/// Another program, run to its end with its output in files: a pipe would be inherited by whatever is started meanwhile,
/// and its end never come.
enum Child {
  struct Failure: Error {
    var program: String
    var problem: Int32
  }

  static func run(
    _ program: String, _ arguments: [String], input: String? = nil, environment: [String: String]
  ) throws -> Program.Result {
    let folder = TemporaryFolder()
    let inputPath = try input.map { try folder.write($0, to: "input") } ?? "/dev/null"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "\(folder.path)/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "\(folder.path)/error", O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of the tests block signals: a child must not inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    let problem = posix_spawn(&child, program, &actions, &attributes, &words, &variables)
    guard problem == 0 else { throw Failure(program: program, problem: problem) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    func text(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: "\(folder.path)/\(name)") ?? Data(), as: UTF8.self)
    }
    let signal = status & 0x7F
    return Program.Result(
      output: text("output"), error: text("error"), status: signal == 0 ? status >> 8 & 0xFF : 128 + signal)
  }
}
