import { openTemporaryStore } from '../support/temporary-store.js';
import { describeAgendaContract } from './agendas-contract.js';
import { describeArchiveListsContract } from './archive-lists-contract.js';
import { describeFilesContract } from './files-contract.js';
import { describeInputContract } from './input-contract.js';
import { describeMembersContract } from './members-contract.js';
import { describeStoreContract, type OpenedStore } from './store-contract.js';

const open = async (): Promise<OpenedStore> => {
  const { store, remove } = await openTemporaryStore();
  return { store, discard: remove };
};

describeStoreContract('SQLite', open);
describeMembersContract('SQLite', open);
describeAgendaContract('SQLite', open);
describeInputContract('SQLite', open);
describeFilesContract('SQLite', open);
describeArchiveListsContract('SQLite', open);
