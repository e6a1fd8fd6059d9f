using Gms.Platform;
using Gms.Recruitment.Costs;
using Gms.Recruitment.JobOrders;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>Reads a contract as it is sent to be registered.</summary>
partial class ContractsService
{
    ContractText ReadText(Proto.RegisterContractRequest request) => new()
    {
        WorkerNumber = Read.WorkerNumber(request.WorkerNumber, "worker_number"),
        AgencyId = Read.OptionalId(request.AgencyId, "agency_id"),
        EmployerId = Read.Id(request.EmployerId, "employer_id"),
        JobOrderId = Read.OptionalId(request.JobOrderId, "job_order_id"),
        Origin = Read.Country(request.Origin, "origin"),
        Destination = Read.Country(request.Destination, "destination"),
        Channel = Read.Code(request.Channel, "channel", reference.Corridors.Channels),
        Occupation = Read.Code(request.Occupation, "occupation", reference.Occupations.Codes),
        EmploymentType = Read.Code(request.EmploymentType, "employment_type", reference.Occupations.EmploymentTypes),
        StartsOn = Read.Day(request.StartsOn, "starts_on"),
        EndsOn = Read.Day(request.EndsOn, "ends_on"),
        SignedOn = Read.Day(request.SignedOn, "signed_on"),
        Languages = Recruitment.Contracts.Languages.Read(request.Languages, "languages"),
        Terms = ReadTerms(request.Terms ?? throw Refuse.Invalid(PlatformProblems.FieldRequired("terms"))),
    };

    static ContractTerms ReadTerms(Proto.ContractTerms terms) => new()
    {
        Wage = Read.Money(terms.Wage, "terms.wage"),
        WagePeriod = Read.Value<Proto.WagePeriod, WagePeriod>(terms.WagePeriod, "terms.wage_period"),
        HoursPerWeek = Read.Number(terms.HoursPerWeek, "terms.hours_per_week", 1, 112),
        DaysPerWeek = Read.Number(terms.DaysPerWeek, "terms.days_per_week", 1, 7),
        Workplace = Read.OptionalText(terms.Workplace, "terms.workplace", 6),
        MonthlyDeduction = Read.OptionalMoney(terms.MonthlyDeduction, "terms.monthly_deduction"),
        Housing = terms.Housing == Proto.Housing.Unspecified ? null : Read.Value<Proto.Housing, Housing>(terms.Housing, "terms.housing"),
        InsuranceStated = terms.HasInsuranceStated ? terms.InsuranceStated : null,
        NoticeDays = terms.HasNoticeDays ? Read.Number(terms.NoticeDays, "terms.notice_days", 0, 366) : null,
        LeavingPenalty = terms.HasLeavingPenalty ? terms.LeavingPenalty : null,
        ReturnTravelPaidBy = terms.ReturnTravelPaidBy == Proto.Payer.Unspecified ? null : Read.Value<Proto.Payer, Payer>(terms.ReturnTravelPaidBy, "terms.return_travel_paid_by"),
        ComplaintChannelNamed = terms.HasComplaintChannelNamed ? terms.ComplaintChannelNamed : null,
    };
}
