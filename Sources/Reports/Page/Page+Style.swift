extension Page {
  /// The one style sheet of the page: on a screen by day and by night, wide or narrow, and on paper.
  static let style: StaticString = """

    :root {
      color-scheme: light dark;
      --ink: #1d2329; --soft: #565f69; --paper: #fbfaf7; --card: #ffffff; --line: #dcdad3; --field: #f3f1eb;
      --link: #0b5394; --good: #1b6640; --care: #8a4500; --care-field: #fdf3e3;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e4e6e8; --soft: #a4adb6; --paper: #14171a; --card: #1b1f23; --line: #343a41; --field: #252a30;
        --link: #86bdf4; --good: #7fcc9f; --care: #ecb872; --care-field: #2b2316;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 47rem; overflow-wrap: break-word;
      background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
    }
    [hidden] { display: none !important; }
    h1 { margin: 0 0 1rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.15rem); line-height: 1.2; letter-spacing: -0.015em; }
    h2 { margin: 3.25rem 0 0.9rem; font-size: 1.3rem; line-height: 1.3; letter-spacing: -0.01em; }
    h3 { margin: 0; font-size: 1.0625rem; line-height: 1.45; }
    h1, h2, h3 { text-wrap: balance; }
    p, ul, ol, dl, pre, details { margin: 0.7rem 0; }
    ul, ol { padding-left: 1.4rem; }
    li { margin: 0.3rem 0; }
    dd { margin: 0; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
    summary { cursor: pointer; color: var(--link); width: fit-content; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
    :target { box-shadow: 0 0 0 2px var(--link); }
    code, pre {
      font-family: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace; font-size: 0.9em;
    }
    code { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--field); border-radius: 4px; padding: 0.1em 0.3em; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
    pre code { padding: 0; background: none; font-size: 1em; }
    button {
      font: inherit; font-size: 0.9rem; color: var(--link); background: var(--card); border: 1px solid var(--line);
      border-radius: 6px; padding: 0.35rem 0.8rem; min-height: 2.25rem; cursor: pointer;
    }
    button:hover { border-color: var(--link); }
    button[aria-pressed="true"] { background: var(--link); border-color: var(--link); color: var(--paper); }
    .skip, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .skip:focus { position: static; width: auto; height: auto; clip-path: none; }
    .readers { margin: 0 0 0.4rem; color: var(--soft); font-size: 0.95rem; }
    .aside, .sources, .actor, .outlook, .parties, .doubt { color: var(--soft); font-size: 0.9rem; }
    .missing { color: var(--care); }
    .contents { list-style: none; padding: 0; }
    .contents > li { margin: 0.9rem 0; }
    .contents ul { list-style: none; padding: 0; margin: 0.2rem 0; }
    .standing > div, .rows > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: 0.45rem 0; }
    .rows > div { grid-template-columns: 1fr 11rem; }
    .standing > div, .rows > div { border-top: 1px solid var(--line); }
    .standing dt { color: var(--soft); }
    time { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .rows:has(time) > div { grid-template-columns: 11rem 1fr; }
    .rows strong, .state strong { color: var(--care); }
    .values > div { border-top: 1px solid var(--line); padding: 0.9rem 0; }
    .values dt { font-weight: 600; }
    .values dt::first-letter { text-transform: uppercase; }
    .values dd p { margin: 0.25rem 0; color: var(--soft); font-size: 0.9rem; }
    .copy { display: flex; align-items: stretch; gap: 0.5rem; margin: 0.45rem 0; }
    .copy pre { flex: 1; min-width: 0; margin: 0; padding: 0.45rem 0.7rem; background: var(--field); border-radius: 6px; }
    .copy code { word-break: break-all; }
    .copy button { flex: none; min-width: 4.6rem; }
    .flow { padding-left: 1.8rem; }
    .flow > li { margin: 0.55rem 0; }
    .flow code { display: block; width: fit-content; margin: 0.15rem 0; word-break: break-all; }
    .parties { display: block; }
    .toolbar {
      position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.9rem;
      margin: 1.5rem -1.25rem 0; padding: 0.6rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--line);
    }
    .toolbar progress { flex: 1; min-width: 5rem; height: 0.5rem; accent-color: var(--good); }
    #count { font-variant-numeric: tabular-nums; font-size: 0.95rem; }
    article {
      margin: 0.9rem 0; padding: 1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
    }
    article h3 { display: flex; align-items: flex-start; gap: 0.75rem; }
    article h3 label { flex: 1; cursor: pointer; }
    article input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0.13rem 0 0; accent-color: var(--good); }
    article > :last-child, details > :last-child { margin-bottom: 0; }
    .number { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; margin-right: 0.2rem; }
    .actor { margin: 0.1rem 0 0 2rem; }
    .ticked h3 label { color: var(--soft); font-weight: 500; }
    .not-needed { background: none; color: var(--soft); }
    .not-needed h3 { font-weight: 500; }
    .done .state strong { color: var(--good); }
    .place { padding-left: 0.8rem; border-left: 3px solid var(--line); }
    .careful { padding: 0.55rem 0.8rem; background: var(--care-field); border-radius: 6px; }
    .open-only article.ticked { display: none; }
    @media (max-width: 34rem) {
      body { padding: 1.5rem 1rem 4rem; }
      .toolbar { margin: 1rem -1rem 0; padding: 0.5rem 1rem; }
      .standing > div, .rows > div, .rows:has(time) > div { grid-template-columns: 1fr; }
      .copy { flex-direction: column; }
      .copy button { align-self: flex-start; margin-bottom: 0.35rem; }
      article { padding: 0.9rem; }
    }
    @media print {
      :root {
        color-scheme: light;
        --ink: #000; --soft: #444; --paper: #fff; --card: #fff; --line: #bbb; --field: #f4f4f4; --link: #000;
        --good: #000; --care: #000; --care-field: #fff;
      }
      @page { margin: 18mm 16mm; }
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; font-size: 1rem; line-height: 1.45; }
      .toolbar, .skip, button, .ending { display: none !important; }
      summary { list-style: none; color: inherit; font-weight: 600; }
      h2 { margin-top: 2rem; }
      a { text-decoration: none; }
      h1, h2, h3 { break-after: avoid; }
      article { border-width: 1px 0 0; border-radius: 0; margin: 0; padding: 0.9rem 0; }
      .values > div { padding: 0.5rem 0; }
      article h3, .copy, .careful, .values > div, .rows > div, li { break-inside: avoid; }
      .careful { border-left: 3px solid #000; border-radius: 0; padding: 0 0 0 0.8rem; }
      article a[href]::after { content: " <" attr(href) ">"; font-size: 0.85em; overflow-wrap: anywhere; }
      :target { box-shadow: none; }
    }

    """
}
