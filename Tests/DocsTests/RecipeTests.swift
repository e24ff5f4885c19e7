import Foundation
import Testing

/// The recipes for pipelines, run as a pipeline would run them.
@Suite struct RecipeTests {
  /// A folder that goes away with the test.
  private final class Scratch {
    let url: URL
    init() throws {
      url = FileManager.default.temporaryDirectory
        .appendingPathComponent("clauselint-recipe-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(at: url) }

    func text(_ name: String) throws -> String {
      try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
    }

    func has(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
    }
  }

  private static func isWanted(_ module: String) -> Bool {
    ProcessInfo.processInfo.environment["CI"] != nil
      || (try? Project.run("python3 -c 'import \(module)'", in: Project.root))?.status == 0
  }

  /// Runs the action's script over the first example, with `environment` before it.
  private static func action(_ environment: String, in folder: Scratch) throws -> (
    output: String, status: Int32
  ) {
    let copy = "cp -R '\(Project.root.path)/Examples' . && "
    return try Project.run(
      copy + environment + " GITHUB_STEP_SUMMARY=\"$PWD/summary.md\" '"
        + Project.root.appendingPathComponent("Scripts/ci/github-action.sh").path + "'",
      in: folder.url)
  }

  @Test func actionAnnotatesAndSummarises() throws {
    let folder = try Scratch()
    let run = try Self.action(
      "CLAUSELINT_PATH=Examples/first-steps CLAUSELINT_AS_OF=2026-11-23"
        + " CLAUSELINT_SARIF=out.sarif CLAUSELINT_ARGUMENTS='--jobs 1'", in: folder)
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasPrefix("::warning file=Examples/first-steps/records.yaml,line=33,col=12,")
      }, "\(run.output)")
    // Four findings, and what the run rests on.
    #expect(lines.count == 5)
    #expect(lines.last?.contains("title=note run::") == true)
    #expect(try folder.text("summary.md").contains("| minor | Examples/first\\-steps/records"))
    #expect(try folder.text("out.sarif").contains("\"uri\": \"Examples/first-steps/records.yaml\""))
    let tolerant = try Self.action(
      "CLAUSELINT_PATH=Examples/first-steps CLAUSELINT_AS_OF=2026-11-23 CLAUSELINT_FAIL_ON=never",
      in: folder)
    #expect(tolerant.status == 0)
  }

  @Test func actionTakesInputsAsWordsOnly() throws {
    let folder = try Scratch()
    let run = try Self.action("CLAUSELINT_PATH='$(touch owned); touch owned' ", in: folder)
    #expect(run.status == 2)
    let flag = try Self.action("CLAUSELINT_PATH='--exit-zero'", in: folder)
    #expect(flag.status == 2)
    #expect(!folder.has("owned"))
    let text = try String(
      contentsOf: Project.root.appendingPathComponent("action.yml"), encoding: .utf8)
    for line in text.split(separator: "\n") where line.contains("run:") {
      #expect(!line.contains("${{"), "an input put into a script is code")
    }
  }

  @Test(.enabled(if: isWanted("yaml"), "needs python3 with PyYAML"))
  func actionAndItsScriptAgree() throws {
    let script = """
      import re, sys, yaml
      action = yaml.safe_load(open("action.yml"))
      shell = open("Scripts/ci/github-action.sh").read()
      step, = action["runs"]["steps"]
      used = set(re.findall(r"CLAUSELINT_[A-Z_]+", shell))
      assert used == set(step["env"]), (used, set(step["env"]))
      given = {re.search(r"inputs\\.([a-z-]+)", v).group(1) for v in step["env"].values()}
      assert given == set(action["inputs"]), given
      assert all("description" in i and "default" in i for i in action["inputs"].values())
      """
    let run = try Project.run("python3 - <<'EOF'\n\(script)\nEOF", in: Project.root)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(.enabled(if: isWanted("yaml"), "needs python3 with PyYAML"))
  func snippetsNameWhatThereIs() throws {
    let check = """
      import sys, yaml
      root = "\(Project.root.path)/"
      kind, text = sys.argv[1], yaml.safe_load(sys.stdin)
      load = lambda name: yaml.safe_load(open(root + name))
      if kind == "workflow":
          steps = text["jobs"]["clauselint"]["steps"]
          own, = [s for s in steps if "clauselint@" in s.get("uses", "")]
          assert set(own["with"]) <= set(load("action.yml")["inputs"])
          assert "schedule" in text[True]  # YAML 1.1 reads `on` so
      elif kind == "gitlab":
          job = load("Templates/gitlab-ci.yml")["clauselint"]
          assert set(text["variables"]) <= set(job["variables"])
          assert load(text["include"][0]["local"])
      else:
          ids = {hook["id"] for hook in load(".pre-commit-hooks.yaml")}
          assert {h["id"] for r in text["repos"] for h in r["hooks"]} <= ids
      """
    for kind in ["workflow", "gitlab", "pre-commit"] {
      let block = try #require(CodeBlock.tagged("yaml \(kind)").first)
      let run = try Project.run(
        "python3 -c '\(check.replacing("'", with: "\""))' \(kind) <<'EOF'\n\(block.text)\nEOF",
        in: Project.root)
      #expect(run.status == 0, "\(kind): \(run.output)")
    }
  }

  @Test(.enabled(if: isWanted("yaml"), "needs python3 with PyYAML"))
  func gitLabJobWritesItsReports() throws {
    let folder = try Scratch()
    let print = """
      import shlex, yaml
      job = yaml.safe_load(open("\(Project.root.path)/Templates/gitlab-ci.yml"))["clauselint"]
      job["variables"]["CLAUSELINT_PATH"] = "Examples/first-steps"
      for key, value in job["variables"].items():
          print(f"export {key}={shlex.quote(value)}")
      print("\\n".join(job["script"]))
      reports = job["artifacts"]["reports"]
      print("status=$?; test -s", reports["codequality"], "&& test -s", reports["junit"], "|| exit 9")
      print("exit $status")
      """
    let run = try Project.run(
      "cp -R '\(Project.root.path)/Examples' . && python3 - <<'EOF' >job.sh && sh job.sh\n"
        + print + "\nEOF", in: folder.url)
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("majeur"))
    let quality = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.url.appendingPathComponent("gl-code-quality-report.json")))
    // The entry about the run as a whole stands at no file of the organisation.
    let failures = (quality as? [[String: Any]])?.filter { $0["check_name"] as? String != "run" }
    let paths = failures?.compactMap {
      ($0["location"] as? [String: Any])?["path"] as? String
    }
    #expect(paths?.isEmpty == false)
    #expect(paths?.allSatisfy { $0.hasPrefix("Examples/first-steps/") } == true)
  }

  @Test func makefileSnippetChecksAndReports() throws {
    let folder = try Scratch()
    let make = "make -s -f '\(Project.root.path)/Templates/clauselint.mk'"
    let path = "CLAUSELINT_PATH='\(Project.root.path)/Examples/first-steps'"
    #expect(try Project.run("\(make) qse \(path)", in: folder.url).status == 2)
    let reports = try Project.run("\(make) qse-reports \(path)", in: folder.url)
    #expect(reports.status == 0, "\(reports.output)")
    #expect(folder.has("build/qse/results.json") && folder.has("build/qse/findings.csv"))
  }

  @Test(.enabled(if: isWanted("pre_commit"), "needs python3 with pre-commit"))
  func preCommitRunsTheHook() throws {
    let folder = try Scratch()
    let script = """
      set -eu
      export HOME="$PWD" PRE_COMMIT_HOME="$PWD/cache" GIT_CONFIG_NOSYSTEM=1
      export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@localhost
      export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@localhost
      mkdir hooks && cd hooks && git init -q
      cp '\(Project.root.path)/.pre-commit-hooks.yaml' . && git add . && git commit -qm hooks
      revision=$(git rev-parse HEAD) && cd ..
      mkdir docs && cd docs && git init -q
      cp -R '\(Project.root.path)'/Examples/first-steps/. .
      printf 'repos:\\n- repo: %s\\n  rev: %s\\n  hooks:\\n  - id: clauselint\\n    args: [%s]\\n' \\
        ../hooks "$revision" '--as-of, "2026-11-23", --fail-on, FAIL' > .pre-commit-config.yaml
      sed -i "s/FAIL/$1/" .pre-commit-config.yaml
      git add .
      python3 -m pre_commit run --all-files
      """
    let failing = try Project.run("set -- minor\n" + script, in: folder.url)
    #expect(failing.status == 1, "\(failing.output)")
    #expect(failing.output.contains("documents.yaml:16:9"))
    let other = try Scratch()
    let passing = try Project.run("set -- never\n" + script, in: other.url)
    #expect(passing.status == 0, "\(passing.output)")
    #expect(passing.output.contains("Passed"))
  }
}
