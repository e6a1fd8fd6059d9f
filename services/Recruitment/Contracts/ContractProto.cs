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
    };

    public static Proto.ContractVersion ToProto(this ContractVersion version) => new()
    {
        Version = version.Number,
        SignedOn = version.SignedOn.ToProto(),
        Languages = { version.Languages },
        Terms = ContractText.Parse(version.Text).Terms.ToProto(),
        CanonicalText = version.Text,
        Hash = version.Hash,
        DocumentReference = version.DocumentReference ?? "",
        RegisteredAt = version.RegisteredAt.ToTimestamp(),
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
    };

    static Proto.Housing ToProto(this Housing housing) => housing switch
    {
        Housing.EmployerFree => Proto.Housing.EmployerFree,
        Housing.EmployerPaid => Proto.Housing.EmployerPaid,
        Housing.Own => Proto.Housing.Own,
    };
}
