using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Passes;

/// <summary>Reads what <see cref="PassIssuing"/> fills in, and adds the pass to what is saved with the decision.</summary>
sealed class PassIssuer(RegistryDb db, PassKeys keys, StatusNumbers numbers, PersonKeys people, PassTerms terms, TimeProvider clock)
{
    /// <summary>The pass of a departure that was decided just now, added to what is saved with the decision; null when it was not cleared, and for a person who was erased.</summary>
    /// <param name="departure">The departure.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="contract">The contract as Recruitment holds it.</param>
    /// <param name="workerNumbers">Every number of the worker, where the caller has asked already.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Pass?> Issue(Departure departure, DepartureDecision decision, ContractFacts? contract, IReadOnlyList<string>? workerNumbers, CancellationToken cancel) =>
        decision.Status == DepartureStatus.Cleared ? await Issue(departure, decision.Findings, contract, workerNumbers, cancel) : null;

    public async Task<Pass?> Issue(Departure departure, IReadOnlyList<Finding> findings, ContractFacts? contract, IReadOnlyList<string>? workerNumbers, CancellationToken cancel)
    {
        if (await Subject(departure.WorkerNumber, workerNumbers, cancel) is not { } subject)
            return null;
        var pass = PassIssuing.Issue(departure, subject, findings, contract, terms, await Means(departure.Origin, cancel));
        db.Passes.Add(pass);
        return pass;
    }

    /// <summary>What a pass would say now, under the id and place of another: to see whether anything on it changed.</summary>
    public async Task<Gms.Credentials.DeparturePass?> WouldSay(Departure departure, Pass issued, IReadOnlyList<Finding> findings, ContractFacts? contract, CancellationToken cancel) =>
        await Subject(departure.WorkerNumber, null, cancel) is { } subject
            ? PassIssuing.Claims(departure, subject, findings, contract, terms,
                new(issued.Id, await keys.Current(departure.Origin, cancel), new(((long)issued.StatusList * Gms.Credentials.StatusList.Size) + issued.StatusIndex), issued.IssuedAt))
            : null;

    /// <summary>The worker as the record shows one: the survivor of merges, with the papers of every number. Null for an erased person, whose key is gone.</summary>
    async Task<PassSubject?> Subject(string number, IReadOnlyList<string>? known, CancellationToken cancel)
    {
        var numbers = known is { Count: > 0 } ? known : await db.NumbersOf(number, cancel);
        var survivor = numbers.Count == 1 ? number : await db.SurvivorOf(number, cancel);
        var records = await db.Workers.AsNoTracking().Include(w => w.Documents.Where(d => d.State == DocumentState.InUse)).AsSingleQuery().Where(w => numbers.Contains(w.WorkerNumber)).ToListAsync(cancel);
        if (records.Find(w => w.WorkerNumber == survivor) is not { PersonKey: not null } worker)
            return null;
        var papers = from record in records
                     let person = people.Open(record.PersonKey, record.Id)
                     from document in record.Documents
                     select new PassPaper(document.Id, document.Kind, document.ValidUntil, () => person.Decrypt(document.NumberEncrypted, document.Id));
        return new(worker.WorkerNumber, worker.Names, worker.BirthDate, worker.Sex, [.. papers], people.Open(worker.PersonKey, worker.Id));
    }

    async Task<PassMeans> Means(string country, CancellationToken cancel) =>
        new(Guid.CreateVersion7(), await keys.Current(country, cancel), await numbers.Next(cancel), clock.GetUtcNow());
}
