// Memory: calls; with the size of the buffer.

import Glibc

/// Tells when the files of catalogs change: written in place, or replaced by an editor that renames.
///
/// Watches the folders of the files (a replaced file is a new name there) and the files themselves (a write that keeps
/// them open). The descriptor is readable when something happened there; `takeChange` reads it.
struct FileWatch: ~Copyable {
  let descriptor: Int32
  /// For each watched folder, by the number of its watch, the names that count there; nil: every YAML file.
  private var folders: [Int: Set<String>?] = [:]
  private var fileWatches: Set<Int> = []

  /// Nil where the system gives no more watches: strata then goes without.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Watches these files from now on, besides those watched before.
  mutating func watch(_ files: CatalogFiles) {
    for part in files.parts where part.isFolder {
      watchFolder(part.operand, names: nil)
      watchWay(to: part.operand)
    }
    // A guide may be written later.
    for path in files.parts.flatMap(\.companions) {
      let (folder, name) = CatalogFiles.split(path)
      watchFolder(folder.isEmpty ? "." : folder, names: [name])
    }
    for path in files.paths { watch(path: path) }
  }

  /// Watches one more file, which need not be there yet.
  mutating func watch(path: String) {
    let (folder, name) = CatalogFiles.split(path)
    watchFolder(folder.isEmpty ? "." : folder, names: [name])
    watchWay(to: folder)
    // Where a link leads, too.
    if let target = RawPath.resolved(path) {
      let (folder, name) = CatalogFiles.split(target)
      watchFolder(folder, names: [name])
    }
    let watch = inotify_add_watch(descriptor, RawPath.bytes(of: path), UInt32(IN_MODIFY) | UInt32(IN_ATTRIB))
    if watch >= 0 { fileWatches.insert(Int(watch)) }
  }

  /// Whether one of the files changed since the last call. Never waits.
  mutating func takeChange() -> Bool {
    var hasChanged = false
    let size = 16 * (MemoryLayout<inotify_event>.size + Int(NAME_MAX) + 1)
    withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
          let nameStart = offset + MemoryLayout<inotify_event>.size
          let name = buffer[nameStart..<min(count, nameStart + Int(event.len))].prefix { $0 != 0 }
          if counts(event, name: RawPath.text(name)) { hasChanged = true }
          offset = nameStart + Int(event.len)
        }
      }
    }
    return hasChanged
  }

  private func counts(_ event: inotify_event, name: String) -> Bool {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    if event.mask & UInt32(IN_IGNORED) != 0 { return false }
    if fileWatches.contains(Int(event.wd)) { return true }
    guard let names = folders[Int(event.wd)] else { return false }
    return names?.contains(name) ?? (CatalogFiles.isYAML(name) && !name.hasPrefix("."))
  }

  private mutating func watchFolder(_ path: String, names: Set<String>?) {
    let mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE
    let watch = Int(inotify_add_watch(descriptor, RawPath.bytes(of: path), UInt32(mask) | UInt32(IN_ONLYDIR)))
    guard watch >= 0 else { return }
    guard let known = folders[watch] else {
      folders[watch] = .some(names)
      return
    }
    // A folder that counts whole stays so.
    if let known, let names { folders[watch] = .some(known.union(names)) } else { folders[watch] = .some(nil) }
  }

  /// Watches for a folder, or a link on the way to it, to be replaced by another of its name.
  private mutating func watchWay(to folder: String) {
    var way = Substring(folder)
    var isLast = true
    while true {
      while way.count > 1, way.last == "/" { way.removeLast() }
      let (parent, name) = CatalogFiles.split(String(way))
      guard !name.isEmpty, name != ".", name != ".." else { return }
      if isLast || RawPath.isLink(String(way)) { watchFolder(parent.isEmpty ? "." : parent, names: [name]) }
      isLast = false
      way = Substring(parent)
    }
  }
}
