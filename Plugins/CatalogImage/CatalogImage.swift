import Foundation
import PackagePlugin

/// Makes the image of Resources/catalog that is compiled into strata, with strata's own parser and readers.
@main
struct CatalogImage: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Resources/catalog")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    let image = context.pluginWorkDirectoryURL.appending(path: "image.bin")
    let source = context.pluginWorkDirectoryURL.appending(path: "image.c")
    // The image itself is no output that SwiftPM knows what to do with; it is written together with the source.
    return [
      .buildCommand(
        displayName: "Reading the shipped catalog", executable: try context.tool(named: "strata-image").url,
        arguments: [image.path, source.path] + files.map(\.path), inputFiles: files, outputFiles: [source])
    ]
  }
}
