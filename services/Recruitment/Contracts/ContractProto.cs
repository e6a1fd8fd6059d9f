using Gms.Platform;
using Gms.Recruitment.Costs;
using Gms.Recruitment.JobOrders;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>How contracts are shown.</summary>
static class ContractProto
{
    public static Proto.Contract ToProto(this Contract contract) => new()
    {
        ContractId = contract.Id.ToString(),
        WorkerNumber = contract.WorkerNumber,
        Country = contract.Country,
        AgencyId = contract.AgencyId?.ToString() ?? "",
        EmployerId = contract.EmployerId.ToString(),
        JobOrderId = contract.JobOrderId?.ToString() ?? "",
        Origin = contract.Origin,
        Destination = contract.Destination,
        Channel = contract.Channel,
        Occupation = contract.Occupation,
        Sector = contract.Sector,
        EmploymentType = contract.EmploymentType,
        StartsOn = contract.StartsOn.ToProto(),
        EndsOn = contract.EndsOn.ToProto(),
        Status = contract.Status.ToProto(),
        EndedOn = contract.Status == ContractStatus.Ended ? contract.LastDay.ToProto() : null,
        EndReason = contract.EndReason?.ToProto() ?? Proto.ContractEnd.Unspecified,
        Version = contract.TextVersion,
        ContractHash = contract.TextHash,
        TransferredFromId = contract.TransferredFrom?.ToString() ?? "",
    };

    /// <summary>As it stood on a day, by the latest version signed by then.</summary>
    public static Proto.Contract AsOf(this Contract contract, DateOnly day, ContractVersion version)
    {
        var shown = contract.ToProto();
        shown.Version = version.Number;
        shown.ContractHash = version.Hash;
        shown.EndsOn = ContractText.Parse(version.Text).EndsOn.ToProto();
        if (contract.LastDay < day)
            return shown;
        (shown.Status, shown.EndedOn, shown.EndReason) = (Proto.ContractStatus.Registered, null, Proto.ContractEnd.Unspecified);
        return shown;
    }

    /// <param name="version">The version.</param>
    /// <param name="asOf">Signatures after this day are left out; null for all.</param>
    public static Proto.ContractVersion ToProto(this ContractVersion version, DateOnly? asOf) => new()
    {
        Version = version.Number,
        SignedOn = version.SignedOn.ToProto(),
        Languages = { version.Languages },
        Terms = ContractText.Parse(version.Text).Terms.ToProto(),
        CanonicalText = version.Text,
        Hash = version.Hash,
        DocumentReference = version.DocumentReference ?? "",
        RegisteredAt = version.RegisteredAt.ToTimestamp(),
        Cause = version.Cause switch
        {
            VersionCause.Registered => Proto.ContractVersionCause.Registered,
            VersionCause.Amended => Proto.ContractVersionCause.Amended,
            VersionCause.Extended => Proto.ContractVersionCause.Extended,
        },
        Documents = { version.Documents.Select(d => new Proto.ContractDocument { Language = d.Language, Sha256 = d.Sha256, Reference = d.Reference }) },
        Signatures = { version.Signatures.Where(s => asOf is null || s.SignedOn <= asOf).OrderBy(s => s.Party).Select(ToProto) },
    };

    static Proto.ContractSignature ToProto(ContractSignature signature) => new()
    {
        Party = signature.Party.ToProto(),
        Method = signature.Method switch
        {
            SigningMethod.Ink => Proto.SigningMethod.Ink,
            SigningMethod.Thumbprint => Proto.SigningMethod.Thumbprint,
            SigningMethod.Electronic => Proto.SigningMethod.Electronic,
        },
        SignedOn = signature.SignedOn.ToProto(),
        Signatory = signature.Signatory ?? "",
        Witness = signature.Witness ?? "",
        ContractHash = signature.Hash,
        RecordedAt = signature.RecordedAt.ToTimestamp(),
    };

    public static Proto.ContractParty ToProto(this ContractParty party) => party switch
    {
        ContractParty.Worker => Proto.ContractParty.Worker,
        ContractParty.Employer => Proto.ContractParty.Employer,
        ContractParty.Agency => Proto.ContractParty.Agency,
    };

    static Proto.ContractTerms ToProto(this ContractTerms terms)
    {
        var shown = new Proto.ContractTerms
        {
            Wage = terms.Wage.ToProto(),
            WagePeriod = terms.WagePeriod.ToProto(),
            HoursPerWeek = terms.HoursPerWeek,
            DaysPerWeek = terms.DaysPerWeek,
            Workplace = terms.Workplace ?? "",
            MonthlyDeduction = terms.MonthlyDeduction?.ToProto(),
            Housing = terms.Housing?.ToProto() ?? Proto.Housing.Unspecified,
            ReturnTravelPaidBy = terms.ReturnTravelPaidBy?.ToProto() ?? Proto.Payer.Unspecified,
        };
        if (terms.InsuranceStated is { } insurance)
            shown.InsuranceStated = insurance;
        if (terms.NoticeDays is { } notice)
            shown.NoticeDays = notice;
        if (terms.LeavingPenalty is { } penalty)
            shown.LeavingPenalty = penalty;
        if (terms.ComplaintChannelNamed is { } complaint)
            shown.ComplaintChannelNamed = complaint;
        return shown;
    }

    public static Proto.ContractStatus ToProto(this ContractStatus status) => status switch
    {
        ContractStatus.Registered => Proto.ContractStatus.Registered,
        ContractStatus.Ended => Proto.ContractStatus.Ended,
    };

    static Proto.ContractEnd ToProto(this ContractEnd end) => end switch
    {
        ContractEnd.TermOver => Proto.ContractEnd.TermOver,
        ContractEnd.ByWorker => Proto.ContractEnd.ByWorker,
        ContractEnd.ByEmployer => Proto.ContractEnd.ByEmployer,
        ContractEnd.ByAgreement => Proto.ContractEnd.ByAgreement,
        ContractEnd.NeverBegan => Proto.ContractEnd.NeverBegan,
        ContractEnd.Transferred => Proto.ContractEnd.Transferred,
    };

}
