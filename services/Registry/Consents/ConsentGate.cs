using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Consents;

/// <summary>
/// Stops a read whose purpose rests on the worker's consent while there is none. It is asked before anybody looks whether the worker exists:
/// the refusal is the same for a number that was never given out.
/// </summary>
sealed class ConsentGate(RegistryDb db, Call call, PurposeTable purposes)
{
    /// <param name="numbers">Every number of the worker: a consent stands under the number that it was given under.</param>
    /// <param name="holders">The countries that hold the records; empty when there is none.</param>
    /// <param name="cancel">Stops the question.</param>
    /// <returns>Whom the consent lets reach the record beside those who do anyway; nobody where none is needed.</returns>
    public async Task<Reach> MustHold(IReadOnlyList<string> numbers, IReadOnlyList<string> holders, CancellationToken cancel)
    {
        // The worker reads the own record by right; a service acts for a purpose that was checked where it was asked.
        var caller = call.Caller;
        if (caller.Worker is not null || caller.Actor is not null || purposes.GroundOf(call.Purpose, caller.Roles, (holders.Count == 0 ? [WorkerNumber.CountryOf(numbers[0])] : holders).Contains(caller.Country)).Basis is not LegalBasis.Consent)
            return new();

        if (!await db.Consents.AnyAsync(c => numbers.Contains(c.WorkerNumber) && c.Purpose == call.Purpose && c.GivenTo == caller.Organisation && c.WithdrawnAt == null, cancel))
            throw Refuse.NotNow(Problems.ConsentMissing(call.Purpose.Name(), purposes.TextOf(call.Purpose).Version));
        return new() { Organisations = [caller.Organisation], Agencies = caller.Agency is { } agency ? [agency] : [] };
    }
}
