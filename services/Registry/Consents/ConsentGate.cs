using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Consents;

/// <summary>
/// Stops a read whose purpose rests on the worker's consent while there is none. It is asked before anybody looks whether the worker exists:
/// the refusal is the same for a number that was never given out.
/// </summary>
sealed class ConsentGate(RegistryDb db, Call call, PurposeTable purposes)
{
    /// <returns>Whom the consent lets reach the record beside those who do anyway; nobody where none is needed.</returns>
    /// <param name="numbers">Every number of the worker; a consent under any of them counts.</param>
    /// <param name="holders">The countries that hold a record of the worker; none when nobody is enrolled under the number.</param>
    public async Task<Reach> MustHold(IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> holders, CancellationToken cancel)
    {
        // Where there is nobody, the number's own letters stand in: who holds nothing there learns nothing.
        var holds = call.Caller.Country is { } country && (holders.Count > 0 ? holders : [.. numbers.Select(WorkerNumber.CountryOf)]).Contains(country);
        // The worker reads the own record by right; a service acts for a purpose that was checked where it was asked.
        var caller = call.Caller;
        if (caller.Worker is not null || caller.Actor is not null || purposes.GroundOf(call.Purpose, caller.Roles, holds).Basis is not LegalBasis.Consent)
            return new();

        if (!await db.Consents.AnyAsync(c => numbers.Contains(c.WorkerNumber) && c.Purpose == call.Purpose && c.GivenTo == caller.Organisation && c.WithdrawnAt == null, cancel))
            throw Refuse.NotNow(Problems.ConsentMissing(call.Purpose.Name(), purposes.TextOf(call.Purpose).Version));
        return new() { Organisations = [caller.Organisation], Agencies = caller.Agency is { } agency ? [agency] : [] };
    }
}
