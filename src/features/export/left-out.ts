/** What no export as JSON holds, and why; the file says so itself. By the tables it stands in. */
export const leftOut = [
  {
    what: 'original files',
    why: 'bytes, not JSON: the folder of the OParl form has those in force, a backup every one; sha256 names each',
    tables: [],
  },
  {
    what: 'minutes sent in as a file and not decided on',
    why: 'their senders alone may look at them, for 30 days at most',
    tables: ['pending_documents'],
  },
  {
    what: 'files offered to a person',
    why: 'drawn from the archive, and forgotten after an hour',
    tables: ['offered_files'],
  },
  {
    what: 'keys to cards, and ways into conversations',
    why: 'they serve this installation alone, and would let another act in its place',
    tables: ['card_handles', 'personal_conversations', 'bound_channels', 'message_slots'],
  },
  {
    what: 'what was received, and how fast was sent',
    why: 'keys by which a repeat is known, replies of the last hour, and figures of the last minutes',
    tables: ['inbound_keys', 'send_pace'],
  },
  {
    what: 'the search index',
    why: 'made from the minutes',
    tables: [
      'search_entries',
      'search_entry_terms',
      'search_terms',
      'search_words_open',
      'search_words_closed',
      'search_state',
    ],
  },
  {
    what: 'which version of the program made the tables',
    why: 'says nothing of the forum',
    tables: ['schema_steps'],
  },
] as const;
