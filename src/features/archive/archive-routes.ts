import type { CardVerb, Command } from '../../routing/routes.js';
import type { ArchiveLists } from '../../store/ports.js';
import { createAbsencesWalk } from './absences-walk.js';
import { createAttachmentsWalk } from './attachments-walk.js';
import { createCaseWalk } from './case-walk.js';
import { createDeadlinesWalk, type DeadlineSource } from './deadlines-walk.js';
import { createExportWalkVerb } from './export-walk.verb.js';
import { createShowWalkVerb } from './show-walk.verb.js';
import { createWalkCommand, type WalkingDependencies } from './walk.command.js';

export interface ArchiveDependencies extends Omit<WalkingDependencies, 'walks'>, Omit<DeadlineSource, 'lists'> {
  lists: ArchiveLists;
}

/** The ways through the archive: by case, attachment, deadline and absence. */
export function createArchiveRoutes(dependencies: ArchiveDependencies): {
  commands: readonly Command[];
  verbs: readonly CardVerb[];
} {
  const walks = [
    createCaseWalk(dependencies),
    createAttachmentsWalk(dependencies),
    createDeadlinesWalk(dependencies),
    createAbsencesWalk(dependencies),
  ];
  const walking = { ...dependencies, walks };
  return {
    commands: walks.map((walk) => createWalkCommand(walk, dependencies)),
    verbs: [createShowWalkVerb(walking), createExportWalkVerb(walking)],
  };
}
