import { expect } from 'chai';
import { withDocumentDb } from '../support/documentdb.ts';

describe('The gateway, for aggregations', () => {
  const at = withDocumentDb();
  const aggregate = (pipeline: object[]) =>
    at.db
      .collection('services')
      .aggregate(pipeline as never[])
      .toArray();

  before(async () => {
    await at.db
      .collection<{ _id: number }>('schools')
      .insertMany([1, 2, 3].map((_id) => ({ _id, name: `S${_id}` })));
    await at.db.collection<{ _id: number }>('services').insertMany(
      Array.from({ length: 30 }, (_, i) => ({
        _id: i,
        school: (i % 3) + 1,
        seats: i,
        tags: [`t${i % 2}`, 'all'],
      })),
    );
  });

  it('joins with the pipeline form of $lookup', async () => {
    const [first] = await aggregate([
      { $match: { _id: 4 } },
      {
        $lookup: {
          from: 'schools',
          let: { id: '$school' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }],
          as: 'of',
        },
      },
    ]);
    expect(first).to.deep.include({ _id: 4, of: [{ _id: 2, name: 'S2' }] });
  });

  it('joins with localField and foreignField, one to one and one to many', async () => {
    const joined = await aggregate([
      { $sort: { _id: 1 } },
      { $lookup: { from: 'schools', localField: 'school', foreignField: '_id', as: 'of' } },
      { $unwind: '$of' },
      { $group: { _id: '$of.name', seats: { $sum: '$seats' } } },
      { $sort: { _id: 1 } },
    ]);
    expect(joined).to.deep.equal([
      { _id: 'S1', seats: 135 },
      { _id: 'S2', seats: 145 },
      { _id: 'S3', seats: 155 },
    ]);
  });

  it('walks with $graphLookup', async () => {
    const [walk] = await aggregate([
      { $match: { _id: 0 } },
      {
        $graphLookup: {
          from: 'schools',
          startWith: '$school',
          connectFromField: 'name',
          connectToField: '_id',
          as: 'reached',
        },
      },
    ]);
    expect(walk!.reached).to.deep.equal([{ _id: 1, name: 'S1' }]);
  });

  it('answers several questions at once with $facet', async () => {
    const [facets] = await aggregate([
      {
        $facet: {
          count: [{ $count: 'n' }],
          tags: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
          top: [{ $sort: { seats: -1 } }, { $limit: 1 }, { $project: { seats: 1 } }],
        },
      },
    ]);
    expect(facets!.count).to.deep.equal([{ n: 30 }]);
    expect(facets!.tags[0]).to.deep.equal({ _id: 'all', count: 30 });
    expect(facets!.top).to.deep.equal([{ _id: 29, seats: 29 }]);
  });

  it('writes its result with $merge', async () => {
    await aggregate([
      { $group: { _id: '$school', seats: { $sum: '$seats' } } },
      { $merge: { into: 'totals', whenMatched: 'replace' } },
    ]);
    expect(await at.db.collection('totals').countDocuments()).to.equal(3);
  });

  it('searches text by weight', async () => {
    const notes = at.db.collection<{ _id: number }>('notes');
    await notes.createIndex({ title: 'text', body: 'text' }, { weights: { title: 10, body: 1 } });
    await notes.insertMany([
      { _id: 1, title: 'a walk', body: 'tutoring' },
      { _id: 2, title: 'Tutoring club', body: 'x' },
      { _id: 3, title: 'none', body: 'y' },
    ] as never[]);
    const found = await notes
      .find({ $text: { $search: 'tutoring' } })
      .sort({ score: { $meta: 'textScore' } })
      .toArray();
    expect(found.map(({ _id }) => _id)).to.deep.equal([2, 1]);
  });
});
