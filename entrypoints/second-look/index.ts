import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeSecondLook } from './start';

/* Nothing else here: the build runs this file once in Node to read its options. */
export default defineUnlistedScript(() => {
  takeSecondLook();
});
