import type { StudentIdentity } from '../../core/students/student-identity.ts';
import { demoId } from './demo-id.ts';

/** Who the students of featured-students.ts are; what is not said here is made as for everybody. */
export const FEATURED_PEOPLE: Readonly<Record<string, Partial<StudentIdentity>>> = {
  'D-11423': {
    name: { given: 'Marisol', family: 'Ortega Robles', preferred: 'Mari' },
    // Her mother is the family of the demo accounts.
    contacts: [
      {
        id: demoId('contact', 'D-11423-mother'),
        name: 'Lucía Ortega',
        relation: 'parent',
        email: 'family@demo.example',
        phone: '308-555-0142',
        language: 'es',
        mayConsent: true,
      },
      {
        id: demoId('contact', 'D-11423-grandmother'),
        name: 'Teresa Robles',
        relation: 'grandparent',
        phone: '308-555-0143',
        language: 'es',
        mayConsent: false,
      },
    ],
    notes: 'Reads more when it is about animals. Her grandmother fetches her on Fridays.',
    circumstances: { gender: 'female', programs: { 'reduced-lunch': true, 'free-lunch': false } },
  },
  'D-12380': {
    name: { given: 'Jonah', family: 'Wainwright' },
    notes: 'Asked for somebody to talk to himself.',
  },
  'D-10042': {
    name: { given: 'Esteban', family: 'Luján Trejo' },
    notes: 'Call his mother in Spanish, after five.',
  },
};
