import type { SettlementKey } from './settlements.ts';

export interface OrganizationPlan {
  key: string;
  name: string;
  kind: string;
  settlement: SettlementKey;
  /** Key of a shared place; "farm" for a yard in the country; absent for a door of its own. */
  at?: string;
}

/** `kind | key name settlement at?`, all invented. */
const PLANS = `
district | district; Meadowlark County Schools; ac
library | lib-ac; Alder Creek Public Library; ac
library | lib-wf; Willow Ford Public Library; wf
library | lib-ma; Marlow Town Library; ma
library | lib-rb; Riverbend Reading Room; rb
library | lib-tg; Tallgrass Library; tg
bookmobile | bookmobile; Meadowlark Bookmobile Society; ac; lib-ac
reading-friends | reading-friends; Cedar Hollow Reading Friends; ch; library-ch
tutoring | bright-desk; Bright Desk Tutoring; ac
tutoring | learning-loft; South Fork Learning Loft; ma; marlow-commons
college | college; Prairie Hills Community College; ac
church | ch-grace; Grace Prairie Lutheran Church; ac
church | ch-first; First Street Methodist Church; ac
church | ch-stclare; St. Clare of the Plains Catholic Church; ac
church | ch-cornerstone; Cornerstone Fellowship; ac
church | ch-hope; Iglesia Nueva Esperanza; ac
church | ch-ch; Cedar Hollow Community Church; ch
church | ch-wr; Wren United Church; wr
church | ch-wf1; Willow Ford Presbyterian Church; wf
church | ch-wf2; St. Brendan Catholic Church; wf
church | ch-ma1; Marlow Covenant Church; ma
church | ch-ma2; Good Shepherd of Marlow; ma
church | ch-sp; Stony Point Chapel; sp
church | ch-co; Comet Country Church; co
church | ch-rb1; Riverbend Methodist Church; rb
church | ch-rb2; Holy Ground Catholic Church; rb
church | ch-tg; Tallgrass Bible Church; tg
church | ch-bl; Bluestem Lutheran Church; bl
church | ch-nf; North Fork Chapel; nf
health-center | health-center; Prairie Health Center; ac
clinic | clinic-rb; Riverbend Clinic; rb
clinic | clinic-wf; Willow Ford Family Clinic; wf
clinic | clinic-tg; Tallgrass Clinic; tg
hospital | hospital; Meadowlark Memorial Hospital; ac
health-department | health-dept; Meadowlark County Health Department; ac
dentist | dent-1; Main Street Dental; ac
dentist | dent-2; Meadowlark Family Dentistry; ac
dentist | dent-3; Marlow Dental; ma
dental-van | smile-wagon; Smile Wagon Dental Van; ac; health-dept
eye-care | eye-1; Clear Plains Eye Care; ac
eye-care | eye-2; Willow Ford Vision; wf
sight-club | sight-club; Alder Creek Sight Club; ac; hub-ac
therapy | therapy-1; Kite Tail Therapy; ac
therapy | therapy-2; Marlow Speech and Play; ma; marlow-commons
counseling | couns-1; Stillwater Counseling; ac
counseling | couns-2; Open Door Counseling; ac; hub-ac
counseling | couns-3; Willow Ford Wellness; wf; willow-center
counseling | couns-4; South Fork Family Counseling; ma
counseling-es | couns-es; Puente de Paz Counseling; ac
recovery | recovery; New Furrow Recovery; ac
crisis-line | night-line; Prairie Night Line; ac; virtual-1
pharmacy | pharm-1; Court Street Pharmacy; ac
pharmacy | pharm-2; Willow Ford Drug; wf
hospice | hospice; Lantern Light Hospice; ac
family-center | family-center; Prairie Commons Family Center; ac
youth-center | loft; The Loft Teen Center; ac; hub-ac
youth-center | youth-wf; Willow Ford Youth Stop; wf; willow-center
youth-center | youth-ma; Marlow Youth Barn; ma
boys-girls | harbor; Youth Harbor Club; ac
mentoring | mentors; Side by Side Mentoring; ac; hub-ac
scouts | scouts; Prairie Trail Groups; ac
farm-clubs | clover; Clover and Barn Clubs of Meadowlark County; ac; fairgrounds
extension | extension; Meadowlark County Extension Office; ac
soccer | soccer; Alder Creek Youth Soccer; ac
ball | ball-ac; Meadowlark Little Sluggers; ac
ball | ball-rb; Riverbend Ball Association; rb
ball | ball-wf; Willow Ford Diamonds; wf
hoops | hoops; Alder Creek Hoops; ac
wrestling | wrestling-ac; Prairie Wrestling Club; ac
pool | pool-ac; Alder Creek Swim Club; ac
pool | pool-wf; Willow Ford Pool; wf
sport-studio | gymnastics; Tumbleweed Gymnastics; ac
martial-arts | karate; Three Rivers Martial Arts; ac
volleyball | volley-wf; Willow Ford Volleyball Club; wf
football | football; County Youth Football; ac
running | running; Gravel Road Runners; ac
adaptive | unified; Unified Games of Meadowlark County; ac
riding | ride-1; Big Sky Gentle Horses; ac; farm
riding | ride-2; Loess Hill Stables; ma; farm
riding | ride-3; Tallgrass Rodeo Club; tg; farm
bowling | bowling; Ten Pin Palace; ac
parks | parks; Alder Creek Parks and Recreation; ac
nature-center | nature; Prairie River Nature Center; rb; farm
museum | museum-1; Meadowlark County Museum; ac
museum | museum-2; Sod House Museum; bl
museum | museum-3; Willow Ford Depot Museum; wf
arts | arts-1; Meadowlark Arts Council; ac
arts | arts-2; South Fork Arts Barn; ma
theater | theater; Opera House Players; ac
music | music-1; The Music Room; ac
music | music-2; Harmony Corner; wf
choir | choir; Meadowlark Youth Choir; ac
dance | dance; Little Sparrow Dance; ac
folklorico | folklorico; Danza Pradera; ac; hub-ac
craft | craft; Clay and Loom; ac
workforce | workforce; Meadowlark Workforce Center; ac
business | biz-1; Sandhill Implement; ma
business | biz-2; Alder Creek Hardware; ac
business | biz-3; Prairie Weld and Fabrication; wf
business | biz-4; County Line Auto Shop; ac
business | biz-5; Larkspur Veterinary Clinic; ac
business | biz-6; Homestead Grocery; ac
business | biz-7; Marlow Market; ma
business | biz-8; Riverbend Feed and Seed; rb
bank | bank-1; Meadowlark Credit Union; ac
bank | bank-2; Willow Ford Savings; wf
bank | bank-3; Farmers Bank of Marlow; ma
farm | farm-1; Hollis Family Farm; ch; farm
farm | farm-2; Windbreak Orchard; ac; farm
farm | farm-3; Three Gates Ranch; nf; farm
farm | farm-4; Rolling L Cattle; tg; farm
farm | farm-5; Sunflower Acres; ma; farm
drivers-school | drivers; Straight Road Driving School; ac
internet | internet; Plains Light Internet Cooperative; ac
electric | electric; Meadowlark Power District; ac
pantry | pantry-ac; Alder Creek Food Pantry; ac; hub-ac
pantry | pantry-wf; Willow Ford Neighbors Pantry; wf; willow-center
pantry | pantry-ma; Marlow Food Shelf; ma; marlow-commons
pantry | pantry-rb; Riverbend Sharing Table; rb
food-bank | food-bank; Prairie Table Food Bank; ac
thrift | thrift-1; Second Season Thrift; ac
thrift | thrift-2; Willow Ford Clothes Rack; wf
child-care | care-1; Little Barn Child Care; ac
child-care | care-2; Sunny Porch Day Care; ac
child-care | care-3; Willow Sprouts; wf
child-care | care-4; Marlow Kids Place; ma
child-care | care-5; Cedar Hollow Child Care; ch
head-start | head-start; Meadowlark Head Start; ac
community-action | action; Three Counties Community Action; ac; hub-ac
legal-aid | legal; Prairie Legal Aid; ac
newcomers | casa; Casa Puente Welcome Center; ac
family-resource | frc; Alder Creek Family Resource Center; ac; hub-ac
parents | pta-1; Cottonwood Parents and Teachers; ac; school-ac-e1
parents | pta-2; Willow Ford School Families; wf; school-wf-e
parents | pta-3; Friends of Tallgrass School; tg; school-tg
foster | foster; Open Gate Family Services; ac
ability | ability; Prairie Ability Network; ac; hub-ac
adult-learning | adult-1; Marlow Adult Learning; ma; marlow-commons
housing | housing; Meadowlark Housing Authority; ac
builders | builders; Prairie Homes Together; ac
transit | transit; Meadowlark County Transit; ac
shelter | shelter; Safe Harbor House; ac; hidden-1
youth-homes | youth-homes; Porch Light Youth Homes; ac; partial-1
family-shelter | family-shelter; Hearth Family Shelter; ac; partial-2
relief | relief; Prairie Relief Volunteers; ac
fire | fire-ac; Alder Creek Volunteer Fire Department; ac
fire | fire-ch; Cedar Hollow Volunteer Fire Department; ch
fire | fire-tg; Tallgrass Volunteer Fire Department; tg
fire | fire-nf; North Fork Volunteer Fire Department; nf
service-club | noon-club; Alder Creek Noon Service Club; ac; bank-1
service-club | valley-club; South Fork Valley Club; ma; hall-ma
post | post-wf; Willow Ford Veterans Post; wf
seniors | seniors-ac; Alder Creek Senior Center; ac
seniors | seniors-rb; Riverbend Golden Room; rb
foundation | foundation; Meadowlark Community Foundation; ac
government | gov-wf; Village of Willow Ford; wf; hall-wf
human-services | human-services; Meadowlark County Human Services; ac
sheriff | sheriff; Meadowlark County Sheriff; ac
animals | animals; Second Chance Animal Shelter; ac
media | media; The Alder Creek Plainsman; ac
`;

export const ORGANIZATIONS: readonly OrganizationPlan[] = PLANS.trim().split('\n').map(readPlan);

function readPlan(line: string): OrganizationPlan {
  const [kind = '', rest = ''] = line.split(' | ');
  const [key = '', name = '', settlement = '', at] = rest.split('; ');
  return { key, name, kind, settlement: settlement as SettlementKey, ...(at === undefined ? {} : { at }) };
}
