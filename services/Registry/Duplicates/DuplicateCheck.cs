using System.Globalization;
using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Duplicates;

/// <summary>What every call does that enrols a person: looks who it may be, under a lock, and keeps what others are compared with.</summary>
sealed class DuplicateCheck(RegistryDb db, Call call, DuplicateSearch search, Matcher matcher, ColumnCipher cipher, TimeProvider clock)
{
    const int MostNamed = 20;

    public const string WorkItemKind = "POSSIBLE_DUPLICATE", DecidedBy = "gms.registry.v1.Duplicates/DecideDuplicate";

    /// <summary>The workers whom the officer says to be other people, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> ReadNamed(IReadOnlyList<Proto.NotDuplicate> sent, string field)
    {
        if (sent.Count > MostNamed)
            throw Refuse.Invalid(Problems.NotDuplicatesTooMany(MostNamed));
        var named = new Dictionary<string, string>();
        for (var i = 0; i < sent.Count; i++)
            named[Read.WorkerNumber(sent[i].WorkerNumber, $"{field}[{i}].worker_number")] = Read.Text(sent[i].Reason, $"{field}[{i}].reason", 500);
        return named;
    }

    /// <summary>Who the person may be. From here to the commit whoever enrols the same person waits.</summary>
    public async Task<IReadOnlyList<Candidate>> Look(Worker worker, PersonCipher person, SentDocument? document, CancellationToken cancel)
    {
        var facts = WorkerFacts.Of(worker, person, WorkerFacts.Of(document, cipher)) with { WorkerNumber = null };
        await db.Begin(cancel);
        return (await LookAll([matcher.Seek(facts)], SoughtBefore.Nobody, cancel))[0];
    }

    /// <summary>As <see cref="Look"/>, of many people in one question, in the open transaction. Each knows its own number, by which those of one batch find each other.</summary>
    /// <param name="before">Who would be on record if this were no dry run.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Candidate>>> LookAll(IReadOnlyList<Sought> people, SoughtBefore before, CancellationToken cancel)
    {
        await search.Lock(people, cancel);
        return await search.Find(people, before, cancel);
    }

    /// <summary>Somebody who is not on record yet, with the document that will be.</summary>
    public Sought Seek(SentEnrolment sent) => matcher.Seek(WorkerFacts.Of(sent.Worker, sent.Father, sent.Mother, WorkerFacts.Of(sent.Document, cipher)));

    /// <summary>Keeps what others are compared with of many new workers, in the open transaction.</summary>
    public Task KeepAll(IEnumerable<(Worker Worker, Sought Sought)> workers, CancellationToken cancel) =>
        BulkCopy.Write(db, workers.Select(w => Matcher.Record(w.Worker.Id, w.Worker.WorkerNumber, w.Sought)), cancel);

    /// <summary>Asks an officer about those found who are not named as other people; of those named it is kept that the officer said so.</summary>
    public bool Ask(Worker worker, IEnumerable<Candidate> found, IReadOnlyDictionary<string, string> named)
    {
        var asked = false;
        foreach (var candidate in found.Where(c => c.WorkerNumber is not null))
            if (named.TryGetValue(candidate.WorkerNumber!, out var reason))
                db.DuplicateDecisions.Add(DuplicateDecision.Of(worker.WorkerNumber, candidate.WorkerNumber!, PairDecision.Different, reason, call.Caller, clock.GetUtcNow()));
            else
            {
                db.OpenWorkItem(Question(worker, candidate));
                asked = true;
            }
        return asked;
    }

    /// <summary>Compares a worker whose facts changed with everybody again, keeps them for comparison, and asks an officer about those found.</summary>
    public async Task LookAgain(Worker worker, PersonCipher person, CancellationToken cancel)
    {
        await Refresh(worker, person, cancel);
        await db.Begin(cancel);
        Ask(worker, (await LookAll([matcher.Seek(WorkerFacts.Of(worker, person))], SoughtBefore.Nobody, cancel))[0], new Dictionary<string, string>());
    }

    /// <summary>The problems of those who probably are the person; what they tell is disclosed to whom they tell of.</summary>
    public IEnumerable<Problem> ToEnrol(IReadOnlyList<Candidate> found, IReadOnlyDictionary<string, string> named, IEnumerable<string> toldByDocument)
    {
        HashSet<string> others = [.. named.Keys, .. toldByDocument];
        foreach (var candidate in DuplicateRules.Unanswered(found, others))
            call.Disclose(candidate.WorkerNumber!, "duplicate");
        return DuplicateRules.ToEnrol(found, others);
    }

    /// <summary>Keeps the record for comparison, what the officer said of those named, and asks an officer about the rest.</summary>
    public void Keep(Worker worker, PersonCipher person, IReadOnlyList<Candidate> found, IReadOnlyDictionary<string, string> named)
    {
        MatchRecords.Write(db, Record(worker, person));
        Ask(worker, found, named);
    }

    /// <summary>The record for comparison as the worker's facts are now.</summary>
    public async Task Refresh(Worker worker, PersonCipher person, CancellationToken cancel)
    {
        var entry = db.Entry(worker);
        foreach (var part in new CollectionEntry[] { entry.Collection(w => w.Documents), entry.Collection(w => w.Contacts) })
            if (!part.IsLoaded)
                await part.LoadAsync(cancel);
        await MatchRecords.Rewrite(db, Record(worker, person), cancel);
    }

    MatchRecord Record(Worker worker, PersonCipher person) => matcher.Record(worker.Id, worker.WorkerNumber, matcher.Features(WorkerFacts.Of(worker, person)));

    WorkItem Question(Worker worker, Candidate candidate) => new()
    {
        Kind = WorkItemKind,
        Key = DuplicateDecision.PairKey(worker.WorkerNumber, candidate.WorkerNumber!),
        Country = worker.Country,
        Subjects = [worker.WorkerNumber, candidate.WorkerNumber!],
        Facts = new Dictionary<string, string>
        {
            ["score"] = candidate.Score.ToString("0.0", CultureInfo.InvariantCulture),
            ["reasons"] = string.Join(' ', candidate.Reasons.Select(r => r.Name)),
            ["other_holder"] = candidate.Country,
        },
        Decisions = [],
        DecidedByCall = DecidedBy,
        OpenedAt = clock.GetUtcNow(),
    };
}
