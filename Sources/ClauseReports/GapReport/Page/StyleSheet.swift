/// How the report looks: on a screen by day and by night, narrow and wide, and on paper.
enum StyleSheet {
  /// All rules but the running heads, which name the organisation.
  static var text: CSSText {
    var sheet = CSSText(colours)
    sheet.add(type)
    sheet.add(frame)
    sheet.add(blocks)
    sheet.add(tables)
    sheet.add(charts)
    sheet.add(paper)
    return sheet
  }

  /// Every pair of text and ground has a contrast of at least 4.5 to 1.
  private static let colours: StaticString = """
    :root{color-scheme:light dark;--ground:#f6f5f1;--sheet:#fff;--ink:#1d2830;--soft:#52606b;--rule:#dad8cf;--band:#efeee8;--accent:#0d5a63;--focus:#0a6cff;
    --conform:#1f6b4a;--conform-t:#e4f1ea;--nonconform:#a3261c;--nonconform-t:#fbe9e7;--minor:#8a5200;--minor-t:#fbf0dd;--observation:#2f5d91;--observation-t:#e7eff8;
    --derogated:#6a4a94;--derogated-t:#f0eaf7;--attested:#2a5f78;--attested-t:#e3f0f5;--na:#59626a;--na-t:#eceded;--open:#59626a;--on:#fff}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#11171b;--sheet:#192126;--ink:#e4e8ea;--soft:#a7b3bb;--rule:#323e46;--band:#212b31;--accent:#84ccd2;--focus:#7db4ff;
    --conform:#7fd0a6;--conform-t:#183328;--nonconform:#f2988f;--nonconform-t:#3d1e1c;--minor:#e8b566;--minor-t:#3a2b12;--observation:#9cc1ec;--observation-t:#1b2d42;
    --derogated:#c4a8e8;--derogated-t:#2d2340;--attested:#8fc6dc;--attested-t:#17303b;--na:#b0b9bf;--na-t:#2a3238;--open:#b0b9bf;--on:#10171b}}
    """

  private static let type: StaticString = """
    *,*::before,*::after{box-sizing:border-box}
    html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
    html,.l{--latin:"Segoe UI","Noto Sans","Source Sans 3",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;--text:var(--latin);--head:"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif}
    html:lang(ar),.l:lang(ar){--text:"Noto Sans","Source Sans 3","Helvetica Neue","Noto Naskh Arabic","Sakkal Majalla","Segoe UI","Geeza Pro",Amiri,"Noto Sans Arabic",Tahoma,sans-serif;--head:"Noto Kufi Arabic","Noto Naskh Arabic","Segoe UI","Geeza Pro",Amiri,Tahoma,sans-serif}
    body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 var(--text)}
    html:lang(ar) body{font-size:16px;line-height:1.7}.l{font-family:var(--text)}.l:lang(ar){line-height:1.7}
    h1,h2,h3,h4{line-height:1.25;margin:0;font-weight:600;text-wrap:balance}h1,h2,h1 .l,h2 .l{font-family:var(--head);font-weight:500}
    h1:lang(ar),h2:lang(ar),h3:lang(ar),h4:lang(ar){line-height:1.6}
    h1{font-size:2.1rem;overflow-wrap:anywhere}h2{font-size:1.55rem;padding-bottom:.5rem;border-bottom:1px solid var(--rule);margin-bottom:1rem}
    h3{font-size:1.1rem;margin:1.75rem 0 .75rem}h4{font-size:1rem}
    p{margin:.5rem 0}a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
    a:focus-visible,button:focus-visible,summary:focus-visible,select:focus-visible,input:focus-visible,.scroll:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
    code{font:.86em/1.4 "Cascadia Mono","Noto Sans Mono","DejaVu Sans Mono",Consolas,Menlo,monospace;overflow-wrap:anywhere;unicode-bidi:isolate}
    dd,li,p,summary{overflow-wrap:anywhere}td,th{overflow-wrap:break-word}time{white-space:nowrap}
    .small{font-size:.87em;color:var(--soft)}.small code{color:inherit}.prose{margin:.15rem 0;max-width:70ch}.note{color:var(--soft);max-width:78ch}
    .count{margin-inline-start:.5rem;padding:0 .5rem;border-radius:1rem;background:var(--band);font-size:.85em;font-weight:500;color:var(--soft)}
    .l{display:block}.bilingual .pair,.bilingual h2,.bilingual .verdict b{display:grid;grid-template-columns:1fr 1fr;gap:0 1.25rem;align-items:start}
    .bilingual h3{display:flex;gap:1.25rem;align-items:baseline}.bilingual h3 .l{flex:1 1 0}.bilingual h3 .count{order:1;margin:0}
    .bilingual .mark{display:inline-grid;grid-template-columns:auto auto;justify-content:start;line-height:1.4}.bilingual .mark .l{grid-column:2;line-height:1.4}.bilingual .mark:not(:has(.i)) .l{grid-column:1/-1}
    time .l,.tools .l,.where .l,.why li:not(.pair) .l,.facts .l{display:inline}time .l:not(:last-child)::after,.tools .l:not(:last-child)::after,.facts .l:not(:last-child)::after{content:" · "}
    .why li:not(.pair) .l:not(:last-of-type)::after{content:" · "}html[dir=rtl] .l{text-align:right}html[dir=ltr] .l{text-align:left}.pair>.l.l.l,h2>.l.l.l,h3>.l.l.l{text-align:start}
    """

  private static let frame: StaticString = """
    .skip{position:absolute;inset-inline-start:-9999px}.skip:focus{position:static;display:block;padding:.75rem 1rem}
    .defs{position:absolute}.anchor{scroll-margin-top:4rem}
    .cover{padding:3rem clamp(1rem,3.5vw,3.5rem) 2rem;background:var(--sheet);border-bottom:1px solid var(--rule)}
    .cover .kind{margin:0 0 .35rem;color:var(--accent);font-weight:600;letter-spacing:.02em}
    .cover .facts{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-top:.75rem;color:var(--soft)}
    .alarm{padding:.75rem 1rem;border-inline-start:4px solid var(--nonconform);background:var(--nonconform-t);color:var(--ink);max-width:80ch}
    .frame{display:grid;grid-template-columns:12.5rem minmax(0,1fr);gap:clamp(1rem,2.5vw,2.5rem);padding:1.5rem clamp(1rem,3.5vw,3.5rem) 3rem;max-width:104rem}
    nav{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto;font-size:.92em}
    nav summary{cursor:pointer;font-weight:600;padding:.35rem 0}nav ol{list-style:none;margin:0;padding:0;border-inline-start:1px solid var(--rule)}
    nav li a{display:block;padding:.3rem .9rem;color:var(--soft);text-decoration:none}nav li a:hover{color:var(--accent);text-decoration:underline}
    main{min-width:0}main>section{margin-bottom:3.25rem}
    footer{padding:1.25rem clamp(1rem,3.5vw,3.5rem);border-top:1px solid var(--rule);color:var(--soft);font-size:.9em}
    @media(max-width:1000px){.frame{grid-template-columns:minmax(0,1fr);gap:1.25rem}nav{position:static;max-height:none}}
    @media(max-width:600px){h1{font-size:1.6rem}.cover{padding-top:1.75rem}.bilingual .pair,.bilingual h2,.bilingual .verdict b{grid-template-columns:1fr}}
    @media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    """

  private static let blocks: StaticString = """
    dl{margin:0}dt{color:var(--soft);font-size:.9em}dd{margin:0}
    .facts-list>div{display:grid;grid-template-columns:minmax(9rem,14rem) minmax(0,1fr);gap:.25rem 1.5rem;padding:.55rem 0;border-bottom:1px solid var(--rule)}
    @media(max-width:600px){.facts-list>div{grid-template-columns:1fr}}
    ul.plain{list-style:none;margin:0;padding:0}ul.inline{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem .75rem}
    ul.inline .c{white-space:nowrap}ul.inline a,td ul.plain a{display:inline-block;min-width:24px;min-height:24px;padding-block:2px}
    .sign{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;margin-top:1.25rem;color:var(--soft);font-size:.9em}
    .blank{min-height:1.9rem;border-bottom:1px solid var(--soft);opacity:.75}
    .cards,.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;margin:1rem 0}
    .card-figure,.figures>div{padding:.9rem 1.1rem;background:var(--sheet);border:1px solid var(--rule);border-radius:.5rem}
    .card-figure{border-top:3px solid var(--mark,var(--rule))}
    .card-figure b{display:block;font:500 2rem/1.1 "Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif;color:var(--mark)}
    .figures dt::first-letter,.card-figure span::first-letter{text-transform:uppercase}.figures dd{font-size:1.45rem;font-weight:500;line-height:1.3}.figures>div{display:flex;flex-direction:column;justify-content:space-between}
    .mark{display:inline-flex;align-items:center;gap:.3em;padding:.05em .55em;border-radius:.3rem;font-size:.86em;line-height:1.6;white-space:nowrap;background:var(--tint,var(--band));color:var(--mark,var(--ink))}
    .marks{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .6rem;margin:.3rem 0}
    .i{width:1em;height:1em;flex:none;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
    .m-major,.s-nonconform{--mark:var(--nonconform);--tint:var(--nonconform-t)}.m-minor{--mark:var(--minor);--tint:var(--minor-t)}
    .m-observation{--mark:var(--observation);--tint:var(--observation-t)}.m-note,.s-not_applicable{--mark:var(--na);--tint:var(--na-t)}
    .s-conform{--mark:var(--conform);--tint:var(--conform-t)}.s-derogated{--mark:var(--derogated);--tint:var(--derogated-t)}
    .s-attested{--mark:var(--attested);--tint:var(--attested-t)}.s-not_assessed{--mark:var(--open);--tint:transparent}.mark.s-not_assessed{box-shadow:inset 0 0 0 1px var(--open)}
    .verdict{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.25rem;padding:1rem 1.25rem;border-radius:.5rem;background:var(--tint);border-inline-start:4px solid var(--mark)}
    .verdict b{font-size:1.25rem;color:var(--mark)}.ready{--mark:var(--conform);--tint:var(--conform-t)}.unready{--mark:var(--minor);--tint:var(--minor-t)}
    .card{margin:0 0 1.25rem;padding:1.1rem 1.3rem;background:var(--sheet);border:1px solid var(--rule);border-inline-start:4px solid var(--mark);border-radius:.4rem}
    .long .card{content-visibility:auto;contain-intrinsic-size:auto 40rem}
    .card header{margin-bottom:.6rem}.card .marks{margin:.4rem 0 0}
    .requirement>div,.blanks>div{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.1rem 1rem;padding:.35rem 0}
    .intent{color:var(--soft);font-size:.93em;margin:.15rem 0}
    .evidence{margin:.6rem 0;padding-inline-start:1.6rem}.evidence>li{padding:.45rem 0;border-top:1px solid var(--rule)}.evidence>li::marker{color:var(--soft);font-size:.85em}
    .evidence>li:target,.card:target,tr:target>*{background:var(--minor-t)}
    .said{font-weight:500}.where{font-size:.88em;color:var(--soft);overflow-wrap:anywhere}.where code{color:var(--ink)}
    .why{margin:.25rem 0 0;padding-inline-start:1.1rem;font-size:.9em;color:var(--soft)}
    .blanks{margin-top:.6rem;padding-top:.5rem;border-top:1px dashed var(--rule);display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.2rem 1.75rem}
    .blanks>div{grid-template-columns:10.5rem minmax(0,1fr)}
    @media(max-width:760px){.blanks{grid-template-columns:1fr}.requirement>div,.blanks>div{grid-template-columns:1fr}}
    details.more{margin:1rem 0}details.more>summary,td summary{cursor:pointer;color:var(--accent)}
    .tools{display:flex;flex-wrap:wrap;align-items:end;gap:.6rem 1rem;margin:0 0 1rem;padding:.75rem 1rem;background:var(--band);border-radius:.5rem}.tools[hidden]{display:none}
    .tools label{display:grid;gap:.15rem;font-size:.87em;color:var(--soft)}
    .tools select,.tools input,.tools button{font:inherit;min-height:2.1rem;padding:.2rem .6rem;max-width:18rem;color:var(--ink);background:var(--sheet);border:1px solid var(--soft);border-radius:.3rem}
    .tools button{cursor:pointer}.tools output{font-size:.9em;color:var(--soft);line-height:2.1rem}
    [hidden]{display:none!important}
    """

  private static let tables: StaticString = """
    .scroll{overflow-x:auto;margin:1rem 0;border:1px solid var(--rule);border-radius:.5rem;background:var(--sheet)}
    table{border-collapse:collapse;width:100%;font-size:.93em}caption{text-align:start;padding:.6rem .9rem;font-weight:600;color:var(--soft)}.quiet caption{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}.scroll{position:relative}
    th,td{padding:.45rem .7rem;text-align:start;vertical-align:top;border-top:1px solid var(--rule)}tbody th{font-weight:500}
    thead th{font-size:.87em;font-weight:600;color:var(--soft);background:var(--band);vertical-align:bottom}
    .k-n,.n{text-align:end;font-variant-numeric:tabular-nums}.n{white-space:nowrap}.k-w{min-width:9rem}.k-b{min-width:6rem}.k-d{min-width:6.5rem}td time{white-space:normal}
    .strong{font-weight:600;color:var(--nonconform)}.strong a{color:inherit}.muted>*{color:var(--soft)}.total>*{font-weight:600}
    .compact{width:auto}.hash code{overflow-wrap:anywhere}
    .sorter{all:unset;cursor:pointer;display:inline-flex;gap:.3em;align-items:center}.sorter:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
    .sorter::after{content:"";width:.5em;height:.5em;flex:none;opacity:.35;border-inline-start:.28em solid transparent;border-inline-end:.28em solid transparent;border-top:.42em solid currentColor}
    [aria-sort=ascending] .sorter::after{opacity:1;transform:rotate(180deg)}[aria-sort=descending] .sorter::after{opacity:1}
    .matrix .chapter>*{background:var(--band);font-weight:600}.matrix .k{white-space:nowrap;font-variant-numeric:tabular-nums}.matrix{font-size:.86em}.matrix th,.matrix td{padding:.4rem .5rem}.matrix .title{min-width:11rem}.matrix .mark{padding-inline:.35em}
    .matrix .k-n{max-width:4.5rem}.matrix .other{font-size:.92em;color:var(--soft)}.plan td.b{height:3.2rem}.single .matrix .s{white-space:nowrap}
    """

  private static let charts: StaticString = """
    figure{margin:0}figcaption{margin-bottom:.35rem;font-weight:500}svg text{font-size:11.5px;fill:var(--ink);direction:inherit}
    .chart{display:block;width:100%;height:auto;max-width:40rem}.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.5rem}
    .charts .chart{max-width:22rem}.beside{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:1.5rem;align-items:start}.beside .scroll{margin-top:0}.beside.even{grid-template-columns:repeat(2,minmax(0,1fr))}.beside .compact{width:100%}
    @media(max-width:1000px){.beside,.beside.even{grid-template-columns:minmax(0,1fr)}}
    .num{font-variant-numeric:tabular-nums}svg .num,svg .axis{fill:var(--soft)}svg .axis{font-size:11px}
    .f-conform{fill:var(--conform)}.f-nonconform{fill:var(--nonconform)}.f-derogated{fill:var(--derogated)}.f-attested{fill:var(--attested)}
    .f-not_applicable{fill:var(--na);opacity:.55}.f-not_assessed{fill:var(--sheet);stroke:var(--open);stroke-dasharray:2.5 2}
    svg .on{fill:var(--on);font-size:11px}svg .f-on-not_assessed{fill:var(--ink)}svg .f-on-not_applicable{fill:var(--ink)}
    .g-major{fill:var(--nonconform)}.g-minor{fill:var(--minor)}.g-observation{fill:var(--observation)}
    .band{fill:var(--sheet)}.odd{fill:var(--band)}.base{stroke:var(--soft);stroke-width:1}
    .timeline{padding:.75rem}.timeline .chart{min-width:42rem;max-width:60rem}
    .multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(13.5rem,1fr));gap:1rem}.multiple{padding:.75rem .9rem;background:var(--sheet);border:1px solid var(--rule);border-radius:.5rem;display:flex;flex-direction:column}
    .multiple figcaption{flex:1;font-size:.88em;line-height:1.4}.multiple .small{margin:.2rem 0 0}
    .series{stroke:var(--accent);stroke-width:1.6}.target{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 3}.dot{fill:var(--accent)}
    .p-physical{fill:var(--accent)}.p-financial{fill:var(--derogated)}.p-elapsed{fill:var(--ink)}.key{vertical-align:-1px}.legend.legend{margin:.5rem 0 1rem}
    """

  private static let paper: StaticString = """
    @page{size:A4;margin:20mm 15mm 18mm;font:9pt "Noto Sans","Noto Naskh Arabic",sans-serif;color:#444}
    @page:first{@top-left{content:none}@top-right{content:none}}
    @media print{html{font-size:13px}body{background:#fff;font-size:9.5pt}html:lang(ar) body{font-size:10.5pt}nav,.tools,.skip{display:none!important}.frame{display:block;padding:0;max-width:none}.cover{padding:0 0 1rem;border:0}
    main>section{margin-bottom:1.5rem}h2,h3,h4,caption,.card header{break-after:avoid}.card,.multiple,.card-figure,.sign,.verdict{break-inside:avoid-page}.card{break-inside:auto}.evidence>li,tr,.requirement>div,.blanks{break-inside:avoid}
    #s-matrix,#s-nonconformities,#s-legal,#s-plan{break-before:page}thead{display:table-header-group}.scroll{overflow:visible;border:0}
    table{font-size:.88em}th,td{padding:.25rem .45rem}.k-w,.matrix .title,.k-d,.k-b{min-width:0}time,.mark,.matrix .k,.single .matrix .s,.n,.k-n{white-space:normal}.timeline .chart{min-width:0}.long .card{content-visibility:visible}
    .bilingual table{font-size:.76em}.bilingual th,.bilingual td{padding:.2rem .3rem}.bilingual ul.inline .c{white-space:normal}
    a{color:inherit;text-decoration:none}details::details-content{content-visibility:visible;display:block}details>summary{list-style:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
}
