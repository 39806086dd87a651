import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import marks from '@/entrypoints/marks.css?inline';
import { startReader } from './start';

export default defineUnlistedScript(() => {
  startReader(marks);
});
