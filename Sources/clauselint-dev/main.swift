// clauselint-dev: tools for those who maintain clauselint. Not installed with the product.

import ClauseSource
import Glibc

/// The commands. A new one is one file under Generators/ or Benchmarks/ and one line here.
let commands: [any DeveloperCommand] = [
  BenchCommand(),
  ExpressionBenchmarkCommand(),
  DocsCommand(),
  ManualCommand(),
  EventLoopCommand(),
]

exit(DeveloperTool.run(commands, arguments: Array(CommandLine.arguments.dropFirst())))
