#include "modus/brief/page_style.h"

namespace modus::brief {

std::string_view page_style() {
  return R"css(
:root { color-scheme: light; --ink: #1c1c1c; --soft: #555; --line: #c9c9c9; --ground: #f4f2ee; --link: #35437a; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; background: #fff; color: var(--ink); font: 16px/1.5 "Source Serif 4", Georgia, "Noto Serif", serif; }
main, header, nav, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4, th, nav, .notice, figcaption, caption { font-family: "Source Sans 3", "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .5rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
p, li { max-width: 46rem; }
p { margin: .5rem 0; }
ul, ol { margin: .5rem 0; padding-left: 1.4rem; }
li { margin: .3rem 0; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.notice { border: 2px solid var(--ink); background: var(--ground); padding: .5rem .8rem; font-weight: 600; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .4rem; }
nav { font-size: .9rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; }
nav li { margin: 0; }
.cite { font-size: .8em; text-decoration: none; white-space: nowrap; }
.mark { font: 600 .72em "Source Sans 3", Arial, sans-serif; color: var(--soft); text-decoration: none; white-space: nowrap; }
.table { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.35; width: 100%; }
caption { text-align: left; font-size: .9rem; color: var(--soft); padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); min-width: 6.5rem; overflow-wrap: break-word; }
thead th { border-bottom: 2px solid var(--ink); font-size: .82rem; }
tbody th { font-weight: 600; }
.n { min-width: 4.5rem; }
td:empty:last-child { width: 40%; height: 2.6rem; }
figure { margin: 1rem 0; }
figcaption { font-size: .92rem; margin-bottom: .5rem; max-width: 46rem; }
.drawing { width: 100%; overflow-x: auto; }
.drawing svg { max-width: 100%; height: auto; display: block; }
.sources li { font-size: .9rem; }
.sources li:target { background: var(--ground); }
footer { color: var(--soft); font-size: .85rem; padding-bottom: 2rem; }
@media (max-width: 40rem) {
  body { font-size: 15px; }
  h1 { font-size: 1.5rem; }
  th, td { min-width: 7.5rem; }
  .n { min-width: 5rem; }
}
@media print {
  @page { size: A4; margin: 11mm 13mm; }
  body { font-size: 8.3pt; line-height: 1.26; }
  main, header, nav, footer { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h1 { font-size: 15pt; margin: 0 0 2mm; }
  h2 { font-size: 10.5pt; margin: 2mm 0 .6mm; padding-top: .6mm; border-top-width: 1px; }
  h3, h4 { font-size: 8.8pt; margin: 1.2mm 0 .3mm; }
  p, li { max-width: none; margin: .4mm 0; }
  ul, ol { margin: .6mm 0; padding-left: 4.5mm; }
  table, figcaption, caption, .sources li { font-size: 7.4pt; line-height: 1.2; }
  thead th { font-size: 7.4pt; }
  th, td { padding: .45mm 2mm .45mm 0; min-width: 0; }
  h1, h2, h3, h4, caption, figcaption { break-after: avoid; }
  td:empty:last-child { height: 8mm; }
  tr, li, svg { break-inside: avoid; }
  .table, .drawing { overflow: visible; margin: .6mm 0; }
  .notice { padding: .8mm 2mm; }
  .new-page { break-before: page; }
  a { color: inherit; text-decoration: none; }
}
)css";
}

}  // namespace modus::brief
