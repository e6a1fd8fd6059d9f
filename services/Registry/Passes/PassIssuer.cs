using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Passes;

/// <summary>Reads what <see cref="PassIssuing"/> fills in, and adds the pass to what is saved with the decision.</summary>
sealed class PassIssuer(RegistryDb db, PassKeys keys, StatusNumbers numbers, PersonKeys people, PassTerms terms, TimeProvider clock)
{
    /// <summary>The passes of departures that are cleared just now, written in the open transaction; none for a person who was erased.</summary>
    public async Task IssueAll(IReadOnlyList<Cleared> cleared, CancellationToken cancel)
    {
        if (cleared.Count == 0)
            return;
        var subjects = await Subjects([.. cleared.Select(c => (c.Departure.WorkerNumber, c.WorkerNumbers))], cancel);
        var passes = new List<Pass>(cleared.Count);
        foreach (var one in cleared)
            if (subjects.TryGetValue(one.Departure.WorkerNumber, out var subject))
                passes.Add(PassIssuing.Issue(one.Departure, subject, one.Findings, one.Contract, terms, await Means(one.Departure.Origin, cancel)));
        await BulkCopy.Write(db, passes, cancel);
    }

    /// <summary>The pass of one departure, added to what is saved with the call; null for a person who was erased.</summary>
    /// <param name="departure">A departure that is cleared.</param>
    /// <param name="findings">The checks of the decision.</param>
    /// <param name="contract">The contract as Recruitment holds it.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Pass?> Issue(Departure departure, IReadOnlyList<Finding> findings, ContractFacts? contract, CancellationToken cancel)
    {
        if (await Subject(departure.WorkerNumber, cancel) is not { } subject)
            return null;
        var pass = PassIssuing.Issue(departure, subject, findings, contract, terms, await Means(departure.Origin, cancel));
        db.Passes.Add(pass);
        return pass;
    }

    /// <summary>What a pass would say now, under the id and place of another: to see whether anything on it changed.</summary>
    public async Task<Gms.Credentials.DeparturePass?> WouldSay(Departure departure, Pass issued, IReadOnlyList<Finding> findings, ContractFacts? contract, CancellationToken cancel) =>
        await Subject(departure.WorkerNumber, cancel) is { } subject
            ? PassIssuing.Claims(departure, subject, findings, contract, terms,
                new(issued.Id, await keys.Current(departure.Origin, cancel), new(((long)issued.StatusList * Gms.Credentials.StatusList.Size) + issued.StatusIndex), issued.IssuedAt))
            : null;

    async Task<PassSubject?> Subject(string number, CancellationToken cancel) =>
        (await Subjects([(number, await db.NumbersOf(number, cancel))], cancel)).GetValueOrDefault(number);

    /// <summary>Workers as the record shows them: the survivor of merges, with the papers of every number. Not an erased person, whose key is gone.</summary>
    async Task<Dictionary<string, PassSubject>> Subjects(IReadOnlyList<(string Number, IReadOnlyList<string> All)> asked, CancellationToken cancel)
    {
        string[] numbers = [.. asked.SelectMany(a => a.All).Distinct()];
        var records = (await db.Workers.AsNoTracking().Include(w => w.Documents.Where(d => d.State == DocumentState.InUse)).AsSingleQuery().Where(w => numbers.Contains(w.WorkerNumber)).ToListAsync(cancel))
            .ToDictionary(w => w.WorkerNumber);
        var found = new Dictionary<string, PassSubject>();
        foreach (var (number, all) in asked)
        {
            var survivor = all.Count == 1 ? number : await db.SurvivorOf(number, cancel);
            if (records.GetValueOrDefault(survivor) is not { PersonKey: not null } worker)
                continue;
            var papers = from own in all
                         where records.ContainsKey(own)
                         let record = records[own]
                         let person = people.Open(record.PersonKey, record.Id)
                         from document in record.Documents
                         select new PassPaper(document.Id, document.Kind, document.ValidUntil, () => person.Decrypt(document.NumberEncrypted, document.Id));
            found[number] = new(worker.WorkerNumber, worker.Names, worker.BirthDate, worker.Sex, [.. papers], people.Open(worker.PersonKey, worker.Id));
        }
        return found;
    }

    async Task<PassMeans> Means(string country, CancellationToken cancel) =>
        new(Guid.CreateVersion7(), await keys.Current(country, cancel), await numbers.Next(cancel), clock.GetUtcNow());
}

/// <summary>A departure that is cleared, with what its pass is made from.</summary>
/// <param name="Departure">The departure.</param>
/// <param name="Findings">The checks of the decision.</param>
/// <param name="Contract">The contract as Recruitment holds it; null without one, or when it did not say.</param>
/// <param name="WorkerNumbers">Every number of the worker.</param>
sealed record Cleared(Departure Departure, IReadOnlyList<Finding> Findings, ContractFacts? Contract, IReadOnlyList<string> WorkerNumbers);
