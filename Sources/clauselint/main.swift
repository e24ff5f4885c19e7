import CArguments
import ClauseCLI
import Glibc

// Not CommandLine.arguments, which is empty where there is no /proc.
let words = (0..<clauselint_argument_count()).compactMap { index in
  clauselint_argument(index).map { String(cString: $0) }
}
exit(CommandLineTool.start(words))
