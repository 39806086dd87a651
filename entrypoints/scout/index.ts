import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startScout } from './start';

/* Nothing else here: the build runs this file once in Node to read its options. */
export default defineUnlistedScript(() => {
  startScout();
});
