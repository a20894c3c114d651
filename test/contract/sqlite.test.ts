import { openTemporaryStore } from '../support/temporary-store.js';
import { describeStoreContract } from './store-contract.js';

describeStoreContract('SQLite', async () => {
  const { store, remove } = await openTemporaryStore();
  return { store, discard: remove };
});
