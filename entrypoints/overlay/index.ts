import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createOverlay } from './create-overlay';
import { offerOverlay } from './offered';

/* Nothing else here: the build runs this file once in Node to read its options. */
export default defineUnlistedScript(() => {
  offerOverlay(createOverlay);
});
