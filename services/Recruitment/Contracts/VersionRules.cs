using Gms.Platform;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Contracts;

/// <summary>The facts beside the contract itself that a further version weighs.</summary>
sealed record AmendmentSurroundings(JobOrder? JobOrder, IReadOnlyList<Contract> UnderOtherNumbers, ContractStandards Standards, DateOnly Today);

/// <summary>What must hold for a contract to be amended, extended, transferred and signed. Pure: every fact a rule weighs is an argument.</summary>
static class VersionRules
{
    /// <param name="contract">The contract as it stands.</param>
    /// <param name="before">Its latest version.</param>
    /// <param name="text">The further version.</param>
    /// <param name="around">Order, other contracts of the worker, standards and the day.</param>
    public static IEnumerable<Problem> ToAmend(Contract contract, ContractText before, ContractText text, AmendmentSurroundings around)
    {
        if (contract.Status == ContractStatus.Ended)
            yield return Problems.ContractAlreadyEnded();
        if (text with { SignedOn = before.SignedOn, Languages = before.Languages } == before && text.Languages.SequenceEqual(before.Languages))
            yield return Problems.ContractUnchanged();
        if (text.SignedOn < before.SignedOn)
            yield return Problems.ContractSignedBeforeLast(before.SignedOn);
        foreach (var problem in ContractRules.Text(text, around.Standards, around.Today))
            yield return problem;
        if (around.JobOrder is { } order)
            foreach (var problem in ContractRules.Promised(text.Terms, order))
                yield return problem;
    }

    public static IEnumerable<Problem> ToExtend(Contract contract, ContractText before, ContractText text, AmendmentSurroundings around)
    {
        if (text.EndsOn <= contract.EndsOn)
            yield return Problems.ContractExtensionNotLater(contract.EndsOn);
        if (text.SignedOn > contract.EndsOn)
            yield return Problems.ContractExtensionTooLate(contract.EndsOn);
        if (around.UnderOtherNumbers.Any(o => o.StartsOn <= text.EndsOn && o.LastDay > contract.EndsOn && o.StartsOn <= o.LastDay))
            yield return Problems.ContractOverlaps();
        foreach (var problem in ToAmend(contract, before, text, around))
            yield return problem;
    }

    /// <summary>What must hold of the contract that ends; the one in its place is weighed as any other.</summary>
    public static IEnumerable<Problem> ToTransfer(Contract contract, SentContract to)
    {
        if (contract.Status == ContractStatus.Ended)
            yield return Problems.ContractAlreadyEnded();
        if (to.Text.EmployerId == contract.EmployerId && to.Text.JobOrderId == contract.JobOrderId)
            yield return Problems.ContractTransferToSame();
        if (to.Text.StartsOn < contract.StartsOn || to.Text.StartsOn > contract.EndsOn)
            yield return Problems.ContractTransferOutsideTerm();
    }

    public static IEnumerable<Problem> ToSign(Contract contract, ContractSignature signature, int version, bool byWorker, DateOnly today)
    {
        if (contract.Status == ContractStatus.Ended)
            yield return Problems.ContractAlreadyEnded();
        if (version != contract.TextVersion)
            yield return Problems.ContractVersionMoved(contract.TextVersion);
        else if (signature.Hash != contract.TextHash)
            yield return Problems.ContractHashDiffers();
        if (signature.SignedOn > today)
            yield return Problems.ContractSignedInFuture();
        if (byWorker && signature.Party != ContractParty.Worker)
            yield return Problems.ContractSignedForOthers();
        if (signature.Party == ContractParty.Agency && contract.AgencyId is null)
            yield return Problems.ContractAgencyNotParty();
        if (signature.Party != ContractParty.Worker && signature.Signatory is null)
            yield return Problems.ContractSignatoryMissing();
        if (signature is { Method: SigningMethod.Thumbprint, Witness: null })
            yield return Problems.ContractWitnessMissing();
    }
}
