import ClauseCLI
import Glibc

exit(CommandLineTool.start(CommandLine.arguments))
