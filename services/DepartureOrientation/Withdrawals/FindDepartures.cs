using Gms.DepartureOrientation.Certificates;
using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;
using RegistryProto = Gms.Registry.V1;

namespace Gms.DepartureOrientation.Withdrawals;

partial class WithdrawalsService
{
    /// <summary>As many workers as the Registry answers for at once.</summary>
    const int Piece = 500;

    public override async Task<Proto.FindDeparturesResponse> FindDepartures(Proto.FindDeparturesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var withdrawal = await Find(db.Withdrawals, Read.Id(request.WithdrawalId, "withdrawal_id"), cancel);
        await db.ListFallout(withdrawal, cancel);
        List<WithdrawalEntry> entries = [.. withdrawal.Entries, .. await db.Set<WithdrawalEntry>().AsNoTracking().Where(e => e.WithdrawalId == withdrawal.Id && (e.Kind == WithdrawalEntryKind.Certificate || e.Kind == WithdrawalEntryKind.Departure)).ToListAsync(cancel)];
        var listed = entries.Where(e => e.Kind == WithdrawalEntryKind.Certificate).Select(e => e.SubjectId).ToHashSet();
        var known = entries.Where(e => e.Kind == WithdrawalEntryKind.Departure).Select(e => e.SubjectId).ToHashSet();
        var workers = await db.Certificates.Where(c => listed.Contains(c.Id)).Select(c => c.WorkerNumber).Distinct().OrderBy(n => n).ToListAsync(cancel);

        List<WithdrawalEntry> added = [];
        foreach (var piece in workers.Chunk(Piece))
            added.AddRange(await Resting(piece, listed, known, cancel));

        withdrawal.Entries.AddRange(added);
        withdrawal.DeparturesAskedAt = clock.GetUtcNow();
        return await db.Commit(new Proto.FindDeparturesResponse { Added = added.Count }, cancel);
    }

    async Task<List<WithdrawalEntry>> Resting(string[] workers, HashSet<Guid> listed, HashSet<Guid> known, CancellationToken cancel)
    {
        var registry = new RegistryProto.Departures.DeparturesClient(peers.To("Registry", Purpose.Orientation));
        var planned = (await registry.ListOpenDeparturesAsync(new() { WorkerNumbers = { workers } }, cancellationToken: cancel)).Departures;
        var numbers = await db.NumbersOfEach([.. planned.Select(d => d.WorkerNumber).Distinct()], cancel);
        string[] all = [.. numbers.Values.SelectMany(n => n).Distinct()];
        var held = (await db.Certificates.AsNoTracking().Include(c => c.Curriculum).Where(c => all.Contains(c.WorkerNumber)).OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.WorkerNumber);

        List<WithdrawalEntry> found = [];
        foreach (var departure in planned)
        {
            var own = numbers[departure.WorkerNumber].SelectMany(n => held[n]);
            if (RestsOn(departure, own, listed) is { } certificate && known.Add(Guid.Parse(departure.DepartureId)))
                found.Add(new() { Kind = WithdrawalEntryKind.Departure, SubjectId = Guid.Parse(departure.DepartureId), Country = departure.Origin, RestsOn = certificate.Id });
        }
        return found;
    }

    /// <summary>The certificate of the list that answers for a departure while no other of the worker's does; null when it does not rest on the list.</summary>
    Certificate? RestsOn(RegistryProto.OpenDeparture departure, IEnumerable<Certificate> held, HashSet<Guid> listed)
    {
        var day = Read.Day(departure.PlannedOn, "planned_on");
        var answering = held.Where(c => CertificateRules.Flaw(c, departure.Origin, departure.Destination, day, signer.Confirms(c), equivalences.For(c, departure.Origin, day)) is null).ToList();
        return answering.TrueForAll(c => listed.Contains(c.Id)) ? answering.FirstOrDefault() : null;
    }
}
