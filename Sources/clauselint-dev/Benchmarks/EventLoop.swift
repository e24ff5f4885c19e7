import CLibYAML
import ClauseSource

/// The floor of reading YAML: libyaml's events over the files of a folder, and nothing else.
struct EventLoopCommand: DeveloperCommand {
  let name = "yaml-events"
  let summary = "DIR: run libyaml's bare event loop over the YAML files of a folder"

  func run(_ arguments: [String]) throws(DeveloperFailure) {
    guard arguments.count == 1 else { throw DeveloperFailure("yaml-events takes one folder") }
    var events = 0
    do {
      let root = try SourceRoot(path: arguments[0])
      for file in root.discover(limits: Limits()).files where file.path.hasSuffix(".yaml") {
        events += Self.events(in: try root.read(file.path, limits: Limits()))
      }
    } catch {
      throw DeveloperFailure("cannot read \(arguments[0])")
    }
    DeveloperTool.say("\(events) events")
  }

  private static func events(in bytes: [UInt8]) -> Int {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer {
      yaml_parser_delete(parser)
      parser.deallocate()
    }
    guard yaml_parser_initialize(parser) == 1 else { return 0 }
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      var count = 0
      var event = yaml_event_t()
      while yaml_parser_parse(parser, &event) == 1 {
        count += 1
        let isEnd = event.type == YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
        if isEnd { break }
      }
      return count
    }
  }
}
