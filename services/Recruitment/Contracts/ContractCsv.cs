using Gms.Platform;
using static Gms.Recruitment.CsvValues;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>The CSV form of a row of Contracts.ImportContracts. Files of the text in each language are sent by RegisterContract only.</summary>
static class ContractCsv
{
    static readonly char[] BetweenLanguages = [' ', ';', '/'];

    public static readonly CsvForm<Proto.RegisterContractRequest> Form = new(
        new("worker_number", "worker_number", (row, text) => row.WorkerNumber = text, Required: true),
        new("employer_id", "employer_id", (row, text) => row.EmployerId = text, Required: true),
        new("origin", "origin", (row, text) => row.Origin = text.ToUpperInvariant(), Required: true),
        new("destination", "destination", (row, text) => row.Destination = text.ToUpperInvariant(), Required: true),
        new("channel", "channel", (row, text) => row.Channel = text.ToUpperInvariant(), Required: true),
        new("occupation", "occupation", (row, text) => row.Occupation = text, Required: true),
        new("employment_type", "employment_type", (row, text) => row.EmploymentType = text.ToUpperInvariant(), Required: true),
        new("starts_on", "starts_on", (row, text) => row.StartsOn = Day(text, "starts_on"), Required: true),
        new("ends_on", "ends_on", (row, text) => row.EndsOn = Day(text, "ends_on"), Required: true),
        new("signed_on", "signed_on", (row, text) => row.SignedOn = Day(text, "signed_on"), Required: true),
        new("languages", "languages", (row, text) => row.Languages.Add(text.Split(BetweenLanguages, StringSplitOptions.RemoveEmptyEntries)), Required: true),
        new("wage_minor", "terms.wage", (row, text) => Wage(row).Minor = Minor(text, "wage_minor"), Required: true),
        new("wage_currency", "terms.wage.currency", (row, text) => Wage(row).Currency = text.ToUpperInvariant(), Required: true),
        new("wage_period", "terms.wage_period", (row, text) => Terms(row).WagePeriod = Value<Proto.WagePeriod>(text, "wage_period"), Required: true),
        new("hours_per_week", "terms.hours_per_week", (row, text) => Terms(row).HoursPerWeek = Number(text, "hours_per_week", 1, 112), Required: true),
        new("days_per_week", "terms.days_per_week", (row, text) => Terms(row).DaysPerWeek = Number(text, "days_per_week", 1, 7), Required: true),
        new("agency_id", "agency_id", (row, text) => row.AgencyId = text),
        new("job_order_id", "job_order_id", (row, text) => row.JobOrderId = text),
        new("contract_id", "contract_id", (row, text) => row.ContractId = text),
        new("document_reference", "document_reference", (row, text) => row.DocumentReference = text),
        new("workplace", "terms.workplace", (row, text) => Terms(row).Workplace = text.ToUpperInvariant()),
        new("deduction_minor", "terms.monthly_deduction", (row, text) => Deduction(row).Minor = Minor(text, "deduction_minor")),
        new("deduction_currency", "terms.monthly_deduction.currency", (row, text) => Deduction(row).Currency = text.ToUpperInvariant()),
        new("housing", "terms.housing", (row, text) => Terms(row).Housing = Value<Proto.Housing>(text, "housing")),
        new("insurance_stated", "terms.insurance_stated", (row, text) => Terms(row).InsuranceStated = Yes(text, "insurance_stated")),
        new("notice_days", "terms.notice_days", (row, text) => Terms(row).NoticeDays = Number(text, "notice_days", 0, 366)),
        new("leaving_penalty", "terms.leaving_penalty", (row, text) => Terms(row).LeavingPenalty = Yes(text, "leaving_penalty")),
        new("return_travel_paid_by", "terms.return_travel_paid_by", (row, text) => Terms(row).ReturnTravelPaidBy = Value<Proto.Payer>(text, "return_travel_paid_by")),
        new("complaint_channel_named", "terms.complaint_channel_named", (row, text) => Terms(row).ComplaintChannelNamed = Yes(text, "complaint_channel_named")));

    static Proto.ContractTerms Terms(Proto.RegisterContractRequest row) => row.Terms ??= new();

    static Type.V1.Money Wage(Proto.RegisterContractRequest row) => Terms(row).Wage ??= new();

    static Type.V1.Money Deduction(Proto.RegisterContractRequest row) => Terms(row).MonthlyDeduction ??= new();
}
