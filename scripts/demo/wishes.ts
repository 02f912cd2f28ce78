/** How often a need or an interest is met, by the child's stage: little (to grade 2), older (3-5), middle (6-8), high (9-12). */
export interface Wish {
  term: string;
  weights: readonly [little: number, older: number, middle: number, high: number];
}

export const NEEDS: readonly Wish[] = [
  wish('reading-tutoring', 9, 12, 7, 3),
  wish('math-tutoring', 3, 7, 9, 8),
  wish('homework-help', 2, 7, 7, 4),
  wish('after-school-programs', 9, 8, 3, 0),
  wish('summer-learning', 3, 4, 3, 1),
  wish('english-learners', 2, 2, 2, 2),
  wish('special-education-support', 3, 3, 3, 2),
  wish('alternative-school', 0, 0, 0, 4),
  wish('mental-health-counseling', 4, 7, 11, 12),
  wish('grief-support', 1, 2, 2, 1),
  wish('mentoring', 3, 6, 8, 6),
  wish('social-skills', 4, 5, 3, 1),
  wish('conflict-anger', 2, 4, 5, 3),
  wish('substance-use-help', 0, 0, 3, 5),
  wish('lgbtq-support', 0, 0, 1, 2),
  wish('newcomer-support', 1, 1, 2, 2),
  wish('primary-care', 3, 3, 3, 3),
  wish('checkups-physicals', 1, 1, 5, 5),
  wish('vaccinations', 4, 1, 3, 1),
  wish('dental-care', 8, 8, 6, 5),
  wish('vision-glasses', 5, 7, 5, 4),
  wish('vision-exams', 3, 3, 2, 1),
  wish('hearing-care', 2, 1, 1, 0),
  wish('speech-therapy', 6, 3, 1, 0),
  wish('physical-occupational-therapy', 2, 1, 1, 1),
  wish('disability-support', 1, 1, 1, 1),
  wish('ongoing-illness', 1, 2, 2, 2),
  wish('food-pantry', 5, 5, 4, 4),
  wish('weekend-food', 6, 5, 3, 0),
  wish('clothing', 5, 4, 4, 3),
  wish('school-supplies', 3, 3, 3, 2),
  wish('rides', 1, 2, 3, 3),
  wish('internet-devices', 1, 2, 4, 4),
  wish('rent-help', 2, 2, 2, 2),
  wish('utility-help', 2, 2, 2, 2),
  wish('emergency-shelter', 1, 1, 1, 1),
  wish('family-counseling', 2, 2, 2, 2),
  wish('parenting-classes', 3, 2, 2, 1),
  wish('child-care', 5, 2, 0, 1),
  wish('activity-funds', 1, 3, 4, 3),
  wish('youth-jobs', 0, 0, 1, 8),
  wish('career-exploration', 0, 0, 2, 6),
  wish('college-planning', 0, 0, 1, 7),
  wish('scholarships-aid', 0, 0, 0, 6),
  wish('driver-education', 0, 0, 0, 4),
];

export const INTERESTS: readonly Wish[] = [
  wish('robotics-coding', 4, 10, 11, 8),
  wish('science-club', 5, 7, 5, 3),
  wish('making-engineering', 4, 6, 5, 4),
  wish('soccer', 9, 11, 9, 6),
  wish('basketball', 4, 8, 8, 7),
  wish('baseball-softball', 5, 6, 5, 3),
  wish('volleyball', 0, 3, 6, 6),
  wish('football', 3, 5, 6, 5),
  wish('swimming', 8, 7, 4, 2),
  wish('gymnastics', 5, 4, 2, 0),
  wish('martial-arts-wrestling', 3, 4, 5, 4),
  wish('running-track', 0, 2, 3, 4),
  wish('horses-riding', 4, 5, 4, 3),
  wish('outdoor-nature', 5, 6, 6, 6),
  wish('farm-animals-club', 6, 7, 6, 5),
  wish('games-chess', 1, 4, 6, 5),
  wish('drawing-painting', 8, 9, 7, 5),
  wish('crafts-pottery', 4, 4, 3, 2),
  wish('photo-film', 0, 1, 4, 5),
  wish('music-lessons', 3, 5, 5, 4),
  wish('band-orchestra', 0, 2, 5, 3),
  wish('choir-singing', 3, 3, 2, 2),
  wish('theater', 2, 4, 4, 4),
  wish('dance', 6, 5, 4, 2),
  wish('creative-writing', 0, 2, 3, 3),
  wish('cultural-heritage', 1, 2, 2, 2),
  wish('story-time', 6, 0, 0, 0),
  wish('camps', 4, 6, 4, 0),
  wish('nutrition-cooking', 2, 4, 3, 3),
  wish('volunteering', 0, 1, 3, 4),
  wish('youth-leadership', 0, 0, 3, 4),
  wish('agriculture-careers', 0, 0, 2, 5),
  wish('skilled-trades', 0, 0, 2, 6),
  wish('money-skills', 0, 0, 1, 3),
];

function wish(term: string, little: number, older: number, middle: number, high: number): Wish {
  return { term, weights: [little, older, middle, high] };
}

/** Index into a wish's weights. */
export function stageOf(grade: number): 0 | 1 | 2 | 3 {
  if (grade <= 2) return 0;
  if (grade <= 5) return 1;
  return grade <= 8 ? 2 : 3;
}
