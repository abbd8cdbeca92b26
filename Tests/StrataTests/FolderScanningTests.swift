import Foundation
import Glibc
import StrataExplorer
import StrataScan
import StrataText
import Testing

@testable import strata

/// Folders as they may be on a disk.
@Suite struct FolderScanningTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "strata-scan-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ path: String, _ text: String) throws {
    let whole = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(at: whole.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: whole)
  }

  private func scan(_ path: String = "", goesOn: @escaping (Int) -> Bool = { _ in true }) -> FolderScan {
    FolderScanning.scan([folder + path], over: ShippedCatalog.open(), goesOn: goesOn)
  }

  private func proofs(_ scan: FolderScan) -> [String] {
    scan.result.sure.map { use in "\(use.tool) \(use.proofs[0].text.replacing(folder + "/", with: ""))" }
  }

  @Test func whatIsNoFileOfTheFolderIsCountedAndNotRead() throws {
    try write("k8s/redis.yaml", "image: redis:7\n")
    try write("node_modules/x/a.yaml", "image: postgres:17\n")
    try write("binary.yaml", "image: postgres:17\0\n")
    try write("large.yaml", "image: postgres:17\n" + String(repeating: "#\n", count: 3 << 20))
    #expect(symlink("/", folder + "/root") == 0)
    #expect(symlink(".", folder + "/loop") == 0)
    #expect(mkfifo(folder + "/pipe.yaml", 0o600) == 0)
    let scan = scan()
    #expect(proofs(scan) == ["redis k8s/redis.yaml:1: redis"])
    #expect(
      scan.skipped.map { "\($0.skip) \($0.count)" } == ["folder 1", "link 2", "special 1", "binary 1", "large 1"])
    #expect(scan.state == .done)
    #expect(scan.files == 3)
  }

  @Test func aNameMayHaveAnyBytes() throws {
    let name: [CChar] =
      Array((folder + "/").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0x1B] + Array(".yaml".utf8CString)
    let descriptor = open(name, O_WRONLY | O_CREAT, 0o600)
    #expect(descriptor >= 0)
    #expect(Glibc.write(descriptor, "image: redis\n", 13) == 13)
    close(descriptor)
    #expect(scan().result.sure.map(\.tool) == ["redis"])
  }

  @Test func aPipeThatIsNamedIsReadToItsEnd() throws {
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    // Nobody writes: it does not wait.
    #expect(scan("/pipe").result.sure.isEmpty)
    let reader = open(folder + "/pipe", O_RDONLY | O_NONBLOCK)
    let writer = open(folder + "/pipe", O_WRONLY)
    #expect(Glibc.write(writer, "cilium.io/v2\n", 13) == 13)
    close(writer)
    // The bytes stay in the pipe as long as somebody has it open.
    let found = scan("/pipe")
    #expect(found.result.sure.map(\.tool) == ["cilium"])
    close(reader)
  }

  @Test func whatIsMissingIsSaid() {
    guard case .failed(let sentence) = scan("/none").state else {
      Issue.record("no failure")
      return
    }
    #expect(sentence.string == "\(folder)/none: there is no such file or folder")
  }

  @Test func aDeviceIsNotRead() {
    let scan = FolderScanning.scan(["/dev/zero"], over: ShippedCatalog.open()) { _ in true }
    #expect(scan.skipped.map(\.skip) == [.special])
  }

  @Test func itStopsWhenItIsTold() throws {
    // A pipe that stays open would keep it for ever.
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    let both = open(folder + "/pipe", O_RDWR)
    let scan = scan("/pipe") { _ in false }
    #expect(scan.state == .stopped)
    close(both)
  }

  @Test func aFolderInTheHomeIsNamedAsOneTypesIt() {
    let environment = Environment(["HOME": "/home/me"])
    #expect(FolderScanning.path("~/x", environment: environment) == "/home/me/x")
    #expect(FolderScanning.path("~", environment: environment) == "/home/me")
    #expect(FolderScanning.path("~x/~", environment: environment) == "~x/~")
  }
}
