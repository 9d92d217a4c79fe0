// @ts-check
/**
 * The words of the made-up article. They stand here and are not taken from the articles of the demo,
 * so that a change there does not change what the benchmark measures.
 */

const TEXT = `
the harbour town council voted on a plan to mend two of its five bridges before winter because engineers
found cracks in old stone piers that carry buses lorries and school children every morning while money
from region remains short and nobody agrees who should pay first some residents want ferry restored others
ask for wider road across northern channel where tides run fast and fog closes everything by evening
officials said survey would be published after holiday but copies had already reached local reporters who
counted eleven faults in steel arches four more than any earlier report admitted according to people who
worked there during flood year when water rose above market square and boats were tied to lamp posts
historians remember different story about how first crossing was built with timber brought down river by
merchants whose names still stand on brass plates near customs house painters sailors bakers clerks and
teachers gathered outside hall with lanterns asking only that their bridge stay open until new one can bear
weight of trains again yesterday minister promised decision within weeks although similar promises were
made twice since spring neither came true experts compare case with other coastal cities that borrowed
heavily then closed roads anyway leaving shops empty along quay several families moved inland prices fell
slightly before rising once more as visitors returned to see lighthouse gardens museum and famous swing
span which turns at noon each day for yachts under full sail its keeper retired last month after forty one
years without missing a single turn she keeps logbook in blue ink noting wind weather names of vessels and
sometimes small remarks about dogs swimmers or wedding parties caught halfway over young apprentices learn
from her how metal sounds when it is tired cold or badly fastened such knowledge does not fit inside
spreadsheets she likes to say yet sensors now listen day night sending numbers far away to an office whose
staff have never crossed these waters critics call that modern supporters call it safe both sides will meet
again next Tuesday behind closed doors with maps budgets estimates letters drawings and strong coffee
`;

/** The words, in the order in which they stand above; frequent ones stand there more than once. */
export const WORDS = TEXT.trim().split(/\s+/);
