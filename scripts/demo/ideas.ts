import { CIVIC_IDEAS } from './ideas/civic.ts';
import { FAITH_IDEAS } from './ideas/faith.ts';
import { FAMILY_IDEAS } from './ideas/family.ts';
import { HEALTH_IDEAS } from './ideas/health.ts';
import { LEARNING_IDEAS } from './ideas/learning.ts';
import { PLAY_IDEAS } from './ideas/play.ts';
import { WORK_IDEAS } from './ideas/work.ts';
import { YOUTH_IDEAS } from './ideas/youth.ts';
import type { IdeasByKind } from './service-idea.ts';

export const IDEAS: IdeasByKind = {
  ...LEARNING_IDEAS,
  ...FAITH_IDEAS,
  ...HEALTH_IDEAS,
  ...YOUTH_IDEAS,
  ...PLAY_IDEAS,
  ...WORK_IDEAS,
  ...FAMILY_IDEAS,
  ...CIVIC_IDEAS,
};
