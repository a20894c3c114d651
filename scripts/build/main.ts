import { bundleServer } from './bundle-server.js';

/* The second half of `npm run build`; the first has compiled each file of `src` by itself. */
await bundleServer('dist');
