"""Checks of gap reports in a browser. Each prints what is wrong; no line means nothing is."""
import json
import os
import re
import sys

from devtools import Browser

FACTS = """(() => {
  const all = (s, r) => [...(r || document).querySelectorAll(s)];
  const ids = all('[id]').map(e => e.id);
  const known = new Set(ids);
  const skip = 'p[lang=en],bdi,code,script,style,title,option,.prose,a.c,svg text';
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const own = new Set();
  for (let node; node = walker.nextNode();) {
    const parent = node.parentElement;
    const text = node.textContent.trim();
    if (text && !parent.closest(skip)) own.add(text);
  }
  const head = all('table.matrix thead th').map(e => e.getBoundingClientRect().left);
  return {
    width: document.documentElement.scrollWidth, inner: innerWidth,
    twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    dead: all('a[href]').map(e => e.getAttribute('href'))
      .filter(h => h[0] !== '#' || !known.has(decodeURIComponent(h.slice(1)))),
    own: [...own], head,
    scripts: document.scripts.length,
    foreign: all('img,iframe,object,embed,link,form,base,audio,video').map(e => e.tagName),
    handlers: all('*').filter(e => [...e.attributes].some(a => /^on/i.test(a.name) || a.name === 'style')).length,
    text: document.body.textContent,
    tools: all('.tools').filter(e => !e.hidden).length,
    lang: document.documentElement.lang, dir: document.documentElement.dir,
  };
})()"""

# Words that are the same in English and French, or the same name in every language.
SHARED = {"Identification", "Observations", "Observation", "observation", "Version", "SHA-256",
          "Justification", "Question", "Date", "Total", "Population", "Sites", "Standards",
          "Budget", "Correction", "Cause", "Action", "Document", "Support", "Leadership",
          "observations", "Site", "Obligation", "commit"}

# What the report under test is given in one language alone.
GIVEN = {"Reviews keep the organisation's own interval {0}", "accepted for 30 days",
         "accepted for 31 days", "known at adoption", "lifecycle =",
         "is in force without an approval",
         "See {0}, [here](http://x) and \\[100%0A]."}


class Report:
    def __init__(self, path, languages):
        self.path, self.languages = path, languages

    @property
    def name(self):
        return os.path.basename(self.path)


def complain(*words):
    print(*words)


def check_page(browser, report, width):
    browser.open(report.path, width)
    for trouble in browser.troubles():
        complain(report.name, width, "console:", trouble)
    facts = browser.evaluate(FACTS)
    if facts["width"] > facts["inner"]:
        complain(report.name, width, "overflows:", facts["width"])
    if facts["twice"]:
        complain(report.name, "ids stand twice:", facts["twice"][:5])
    if facts["dead"]:
        complain(report.name, "dead links:", facts["dead"][:5])
    if facts["scripts"] != 1 or facts["foreign"] or facts["handlers"]:
        complain(report.name, "foreign elements:", facts["scripts"], facts["foreign"],
                 facts["handlers"])
    ordered = sorted(facts["head"], reverse=facts["dir"] == "rtl")
    if len(facts["head"]) < 4 or facts["head"] != ordered:
        complain(report.name, width, "columns are not in reading order:", facts["head"])
    return facts


def check_words(english, other):
    """No sentence of the product is left in another language."""
    if other["lang"] == "ar":
        left = [t for t in other["own"]
                if re.search(r"[A-Za-z]{2,}", re.sub("SHA-256|NUL|commit", "", t)) and t not in SHARED
                and not re.fullmatch(r"[A-Za-z]{3}-\d+", t)]
    else:
        same = set(english["own"]) & set(other["own"])
        left = [t for t in same if re.search(r"[A-Za-z]{4,}", t) and t not in SHARED]
    left = [t for t in left if re.sub(r"\s+", " ", t) not in GIVEN]
    if left:
        complain("not translated into", other["lang"] + ":", sorted(left)[:8])


def check_script(browser, report):
    """Filters, search, sorting and links into closed parts do what they say."""
    browser.open(report.path, 1280)
    answer = browser.evaluate("""(() => {
      const part = document.getElementById('s-nonconformities');
      const items = () => [...part.querySelectorAll('.evidence>li')];
      const shown = () => items().filter(e => !e.hidden && !e.closest('[hidden]')).length;
      const set = (name, value) => {
        const f = part.querySelector(`[data-filter=${name}]`); f.value = value;
        f.dispatchEvent(new Event('input')); };
      const total = shown();
      const majors = items().filter(e => e.closest('.card').dataset.grade === 'major').length;
      set('grade', 'major'); const major = shown();
      set('grade', ''); set('text', 'P-012'); const found = shown();
      const named = items().filter(e => !e.hidden).every(e => e.textContent.includes('P-012'));
      set('text', 'no such words anywhere'); const nothing = shown();
      part.querySelector('[data-reset]').click(); const again = shown();
      const table = document.querySelector('#s-rules table');
      const column = [...table.tHead.rows[0].cells].findIndex(c => c.matches('.k-n'));
      const button = table.tHead.rows[0].cells[column].querySelector('button');
      const key = () => [...table.tBodies[0].rows].map(r => Number(r.cells[column].textContent) || 0);
      button.click(); const up = key(); button.click(); const down = key();
      const rising = a => a.every((v, i) => !i || a[i - 1] <= v);
      return { total, majors, major, found, named, nothing, again,
        up: rising(up), down: rising([...down].reverse()), differ: up.join() !== down.join(),
        said: part.querySelector('output').textContent };
    })()""")
    right = (answer["major"] == answer["majors"] > 0 and answer["major"] < answer["total"]
             and 0 < answer["found"] < answer["total"] and answer["named"]
             and answer["nothing"] == 0 and answer["again"] == answer["total"]
             and answer["up"] and answer["down"] and answer["differ"]
             and answer["said"] == f"{answer['total']} / {answer['total']}")
    if not right:
        complain(report.name, "filters or sorting:", json.dumps(answer))


def check_without_script(browser, report):
    browser.open(report.path, 1280)
    with_script = browser.evaluate("document.querySelectorAll('main *').length")
    browser.open(report.path, 1280, script=False)
    document = browser.call("DOM.getDocument", depth=-1)
    text = json.dumps(document)
    if "s-method" not in text or with_script < 100:
        complain(report.name, "is not whole without a script")


def check_accessibility(browser, report, axe, dark):
    """WCAG 2.2 AA. By night colours are all that differs, so nothing else is looked at again."""
    browser.open(report.path, 1280, dark=dark)
    browser.evaluate(axe + ";0")
    wanted = ["color-contrast"] if dark else [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = browser.evaluate("""axe.run(document, {runOnly: %s, resultTypes: ['violations']}).then(r =>
      r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160),
        v.nodes[0].failureSummary.slice(0, 300)]))""" % json.dumps(wanted))
    for violation in found:
        complain(report.name, "dark" if dark else "light", "accessibility:", violation)


def check_paper(browser, report):
    """On A4 no table or card is wider than the paper, heads repeat, and there are pages."""
    browser.open(report.path, 680, media="print")
    wide = browser.evaluate("""[...document.querySelectorAll('table,.card,svg.chart,pre')].filter(e => {
      const r = e.getBoundingClientRect();
      return r.width && (r.left < -1 || r.right > innerWidth + 1) }).map(e =>
      e.closest('section').id + ' ' + Math.round(e.getBoundingClientRect().width)).slice(0, 5)""")
    if wide:
        complain(report.name, "wider than the paper:", wide)
    heads = browser.evaluate("""[...document.querySelectorAll('thead')].every(e =>
      getComputedStyle(e).display === 'table-header-group')""")
    if not heads:
        complain(report.name, "table heads do not repeat")
    import base64
    pdf = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    if pages < 3:
        complain(report.name, "prints", pages, "pages")


def check_hostile(facts, wanted):
    for text in wanted:
        if text not in facts["text"]:
            complain("hostile text is not shown as text:", text)
    for scalar in "\u202e\u2066\u200b\u0007":
        if scalar in facts["text"]:
            complain("an invisible character came through:", hex(ord(scalar)))


def main(folder, hostile, large):
    import axe_playwright_python
    source = os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js")
    with open(source, encoding="utf-8") as file:
        axe = file.read()
    reports = [Report(os.path.join(folder, name), name[:-5].split(","))
               for name in sorted(os.listdir(folder)) if name.endswith(".html")]
    assert len(reports) >= 3, "no reports"
    with Browser() as browser:
        facts = {}
        for report in reports:
            for width in (1280, 390):
                facts[report.name] = check_page(browser, report, width)
            check_script(browser, report)
            check_paper(browser, report)
            check_without_script(browser, report)
            check_hostile(facts[report.name], hostile)
            check_accessibility(browser, report, axe, dark=False)
        # One style sheet serves all languages.
        check_accessibility(browser, reports[0], axe, dark=True)
        for name in ("fr.html", "ar.html"):
            check_words(facts["en.html"], facts[name])
        check_large(browser, large)


def measure(browser, path):
    """How long a report takes to load, to filter and to go to its last finding, in seconds."""
    loading = browser.open(path, 1280)
    filtering = browser.evaluate("""(() => { const began = performance.now();
      const f = document.querySelector('#s-nonconformities [data-filter=text]');
      f.value = '4711'; f.dispatchEvent(new Event('input'));
      document.body.getBoundingClientRect(); const end = performance.now();
      f.value = ''; f.dispatchEvent(new Event('input'));
      return (end - began) / 1000 })()""")
    going = browser.evaluate("""new Promise(done => { const began = performance.now();
      const last = [...document.querySelectorAll('.evidence>li')].pop();
      document.documentElement.style.scrollBehavior = 'auto';
      location.hash = last.id;
      setTimeout(() => { const box = last.getBoundingClientRect();
        done(box.top >= 0 && box.bottom <= innerHeight ? (performance.now() - began) / 1000 : -1)
      }, 0) })""")
    return loading, filtering, going


def check_large(browser, path):
    """Wide bounds, for a machine that does other things; measured alone: a tenth of them."""
    loading, filtering, going = measure(browser, path)
    for trouble in browser.troubles():
        complain("large report: console:", trouble)
    if loading > 15 or filtering > 10 or not 0 <= going < 10:
        complain("large report:", loading, filtering, going)


if __name__ == "__main__":
    with Browser() as only:
        for name in sys.argv[1:]:
            print(name, *("%.2f s" % value for value in measure(only, name)))
