import { createAnchorer } from '@/core/annotation/anchor';
import { describe } from '@/core/annotation/describe';
import { editedPage } from './page';

const page = editedPage(100000, 500, 10, 5, 20260902);
const sel = page.passages.map((p) => {
  const d = describe(page.before, p.before);
  if (!d.ok) throw 1;
  return d.value;
});
for (let i = 0; i < 12; i++) {
  const t = performance.now();
  const a = createAnchorer(page.after);
  for (const s of sel) a.anchor(s);
  console.log((performance.now() - t).toFixed(1));
}
