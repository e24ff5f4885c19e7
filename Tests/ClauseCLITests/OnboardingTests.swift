import Foundation
import Testing

/// `init`, `sources` and `schema`: what a newcomer meets first.
@Suite struct OnboardingTests {
  private static let packs = ["CLAUSELINT_PACKS": Tool.root + "/Rules"]

  /// French spreadsheets, one of which nobody can make sense of.
  private func registers() throws -> Folder {
    try Folder([
      "registres/registre-risques.csv":
        "Réf;Risque;Processus;P;G;Criticité;Cotation DG;Date d’évaluation\nR-1;Panne;;2;3;6;x;03/04/2026\n",
      "registres/personnel.csv": "Nom et prénom;Fonction;Service;Bureau\nAmal;;DSI;12\n",
      "registres/divers.csv": "Colonne A;Colonne B\n1;2\n3;4\n",
      "procedures/p1.md": "---\nCode: P-1\nIntitulé: Achats\nApprobateur: amal\n---\nTexte\n",
      "procedures/p2.md": "---\nCode: P-2\nIntitulé: Audits\nApprobateur: amal\n---\nTexte\n",
    ])
  }

  @Test func initProposesWhatItRecognises() throws {
    let folder = try registers()
    let first = try folder.run("init", "--lang", "fr", environment: Self.packs)
    #expect(first.status == 0, "\(first.errors)")
    let text = try #require(folder.text("clauselint.yaml"))
    #expect(text.hasPrefix("# yaml-language-server: $schema=.clauselint/configuration.schema.json"))
    #expect(text.contains("\n  - files: registres/registre-risques.csv\n    type: risk\n"))
    #expect(text.contains("\n  - files: registres/personnel.csv\n    type: person\n"))
    #expect(text.contains("\n  - files: \"procedures/*.md\"\n    type: document\n"))
    #expect(text.contains("7 en-têtes sur 8 sont ceux de « Risque »"))
    #expect(text.contains("\n    # Non compris : Cotation DG\n"))
    // French headings say that the day comes first.
    #expect(!text.contains("dates: day-first"))
    #expect(text.contains("registres/divers.csv : aucun type"))
    #expect(
      FileManager.default.fileExists(atPath: folder.path + "/.clauselint/records.schema.json"))
    // What it wrote is understood, and says honestly what is missing.
    // A date of no proved order is read as the language of the headings has it, which is said.
    let check = try folder.run(
      "check", "--as-of", "2026-11-23", "--format", "json", environment: Self.packs)
    #expect(check.status == 1, "\(check.errors)")
    #expect(check.output.contains("\"records\": 4"))
    #expect(check.output.contains("\"date-order-implied\""))
  }

  @Test func initProposesTheConfigurationOfTheSpreadsheets() throws {
    let folder = try Folder()
    let example = Tool.root + "/Examples/registres-excel/"
    for part in ["registres", "procedures"] {
      try FileManager.default.copyItem(
        atPath: example + part, toPath: folder.path + "/" + part)
    }
    let outcome = try folder.run(
      "init", "--lang", "fr", "--standard", "iso9001:2015", environment: Self.packs)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let committed = try String(contentsOfFile: example + "clauselint.yaml", encoding: .utf8)
    #expect(folder.text("clauselint.yaml") == committed)
  }

  @Test func initChangesNothingThatExists() throws {
    let folder = try Folder(["clauselint.yaml": "organization: x # mine\n"])
    let outcome = try folder.run("init", environment: Self.packs)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("exists, left as it is  clauselint.yaml"))
    #expect(folder.text("clauselint.yaml") == "organization: x # mine\n")
    let again = try folder.run("init", environment: Self.packs)
    #expect(!again.output.contains("written"))
    #expect(try folder.names() == [".clauselint", "clauselint.yaml"])
  }

  @Test func initWritesNothingOutsideTheFolder() throws {
    let folder = try Folder(["inside/records.csv": "id\n1\n"])
    let target = try Folder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/inside/.clauselint", withDestinationPath: target.path)
    let outcome = try Tool.run(["init", "inside"], in: folder.path, environment: Self.packs)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is no folder"))
    #expect(try target.names() == [])
  }

  @Test(arguments: ["en", "fr", "ar"])
  func initLaysDownASmallRepository(_ language: String) throws {
    let folder = try Folder()
    let outcome = try folder.run(
      "init", "--standard", "iso9001:2015", "--lang", language, environment: Self.packs)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try #require(folder.text("clauselint.yaml"))
    #expect(text.contains("\nstandards: [iso9001:2015]\n"))
    #expect(text.contains("\npacks: [qse-core, iso9001-2015]\n"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/registers")
    #expect(names.count > 10)
    // All headings of all registers are understood; the first findings are about what is missing.
    let sources = try folder.run("sources", "--format", "json", environment: Self.packs)
    #expect(sources.status == 0, "\(sources.output)")
    for name in names {
      let register = try #require(folder.text("registers/" + name))
      try folder.write(
        Data(
          (register + "X"
            + String(
              repeating: ";", count: register.split(separator: ";").count - 1) + "\n").utf8),
        to: "registers/" + name)
    }
    let filled = try folder.run("sources", "--format", "json", environment: Self.packs)
    #expect(!filled.output.contains("\"unknown\": true"), "\(filled.output)")
    #expect(!filled.output.contains("heading-twice"))
    let check = try folder.run("check", "--as-of", "2026-11-23", environment: Self.packs)
    #expect(check.status == 1, "\(check.output)")
    #expect(check.output.contains("placeholder-text"))
  }

  @Test func initInsideAnOrganisationSaysWhereItBelongs() throws {
    let folder = try Folder(["clauselint.yaml": "", "sub/a.csv": "id\n1\n"])
    let outcome = try Tool.run(["init", "sub"], in: folder.path, environment: Self.packs)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("belongs to the organisation"))
  }

  @Test func sourcesShowsEveryHeadingAndWhatToPaste() throws {
    let folder = try registers()
    let outcome = try folder.run("sources", environment: Self.packs)
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(
        """
        registres/personnel.csv  CSV  separator ;  headings in row 1
            person (Person), 1 record · recognised by its headings
               Nom et prénom  full_name
               Fonction       position
               Service        unit
               Bureau         means unit too: two headings for one field

        """), "\(outcome.output)")
    #expect(
      outcome.output.contains(
        "to read it, add below sources: in clauselint.yaml\n      - files: procedures/p1.md\n"
          + "        type: document\n"))
    #expect(
      outcome.output.contains("    registres/divers.csv  nothing says which records it holds"))
    // The lines it gives are taken as they are.
    try folder.write(
      Data("sources:\n- files: registres/personnel.csv\n  type: person\n".utf8),
      to: "clauselint.yaml")
    let read = try folder.run("sources", "--lang", "fr", environment: Self.packs)
    #expect(
      read.output.contains("person (Personne), 1 enregistrement · source clauselint.yaml:2:3"))
  }

  @Test func sourcesRefusesToHideErrors() throws {
    let folder = try registers()
    try folder.write(
      Data("sources:\n- files: none.csv\n  type: person\n".utf8), to: "clauselint.yaml")
    let outcome = try folder.run("sources", "--format", "json", environment: Self.packs)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("source-empty"))
  }

  @Test func schemaNamesTheNearestSubject() throws {
    let folder = try Folder()
    let outcome = try folder.run("schema", "rsik", environment: Self.packs)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("Did you mean `risk`?"))
  }

  /// Schemas are schemas, and what the product ships is valid by them.
  @Test(.enabled(if: Python.isWanted("jsonschema") && Python.isWanted("yaml")))
  func shippedFilesAreValidByTheSchemas() throws {
    let folder = try Folder()
    var arguments: [String] = []
    for subject in ["records", "configuration", "pack", "results", "kpi"] {
      let outcome = try folder.run("schema", subject, environment: Self.packs)
      #expect(outcome.status == 0, "\(outcome.errors)")
      try folder.write(outcome.bytes, to: subject + ".json")
      arguments.append(folder.path + "/" + subject + ".json")
    }
    let findings = try Tool.run(
      ["check", "Examples/regional-council", "--as-of", "2026-11-23", "--format", "json"],
      in: Tool.root, environment: Self.packs)
    try folder.write(findings.bytes, to: "findings.json")
    let answer = try Python.run(
      Self.validation, arguments: [Tool.root] + arguments + [folder.path + "/findings.json"])
    #expect(answer.status == 0, "\(answer.text)")
    #expect(answer.text.contains("ok"), "\(answer.text)")
  }

  /// Reads YAML as YAML 1.2 does: dates and `yes` are texts.
  private static let validation = #"""
    import json, sys, glob, os, re, yaml, jsonschema
    root, records, configuration, pack, results, kpi, findings = sys.argv[1:]
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {}
    for tag, pattern, first in [
        ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", list("-+0123456789")),
        ("tag:yaml.org,2002:float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789"))]:
        Loader.add_implicit_resolver(tag, re.compile(pattern), first)
    Loader.add_constructor("tag:yaml.org,2002:int", lambda l, n: int(n.value))
    def documents(path):
        return [d for d in yaml.load_all(open(path, encoding="utf-8"), Loader) if d is not None]
    def validator(path):
        schema = json.load(open(path, encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)
    bad, seen = [], 0
    def check(validator, path, document):
        global seen
        seen += 1
        for error in list(validator.iter_errors(document))[:3]:
            best = jsonschema.exceptions.best_match([error])
            bad.append("%s: %s: %s" % (path, "/".join(map(str, best.absolute_path)), best.message[:200]))
    validator(results).validate(json.load(open(findings)))
    # A file with a value that is wrong on purpose is wrong by its schema too.
    wrong = {"field-type", "enum-unknown", "field-required", "unknown-key", "date-ambiguous"}
    faulty = {f["location"]["file"] for f in json.load(open(findings))["data_problems"] if f["rule"] in wrong}
    record, config, packs, one = map(validator, [records, configuration, pack, kpi])
    for path in glob.glob(root + "/Rules/*/**/*.yaml", recursive=True):
        for document in documents(path):
            if {"pack", "standard", "types", "rules", "holidays", "mutants", "crosswalk", "documented_information"} & set(document):
                check(packs, path, document)
            else:
                check(record, path, document)
    example = root + "/Examples/regional-council/"
    for path in glob.glob(example + "**/*.yaml", recursive=True):
        name = os.path.relpath(path, example)
        for document in documents(path):
            if name == "clauselint.yaml": check(config, path, document)
            elif name not in faulty: check(one if "/kpis/" in name else record, path, document)
    print("\n".join(bad[:20]) if bad else "ok %d" % seen)
    sys.exit(1 if bad or seen < 60 else 0)
    """#
}
