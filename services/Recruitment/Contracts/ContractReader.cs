using Gms.Platform;
using Gms.Recruitment.Costs;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Google.Protobuf.Collections;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>Reads contracts as they are sent, or refuses what could never be right by its field. Asks nothing of the database.</summary>
public sealed class ContractReader(RecruitmentReference reference)
{
    const int MostDocuments = 12;

    public SentContract Read(Proto.RegisterContractRequest request)
    {
        var text = ReadText(request);
        return new(
            Platform.Read.OptionalId(request.ContractId, "contract_id") ?? Guid.CreateVersion7(),
            text,
            Platform.Read.OptionalText(request.DocumentReference, "document_reference"),
            Documents(request.Documents, text.Languages));
    }

    ContractText ReadText(Proto.RegisterContractRequest request) => new()
    {
        WorkerNumber = Platform.Read.WorkerNumber(request.WorkerNumber, "worker_number"),
        AgencyId = Platform.Read.OptionalId(request.AgencyId, "agency_id"),
        EmployerId = Platform.Read.Id(request.EmployerId, "employer_id"),
        JobOrderId = Platform.Read.OptionalId(request.JobOrderId, "job_order_id"),
        Origin = Platform.Read.Country(request.Origin, "origin"),
        Destination = Platform.Read.Country(request.Destination, "destination"),
        Channel = Platform.Read.Code(request.Channel, "channel", reference.Corridors.Channels),
        Occupation = Occupation(request.Occupation),
        EmploymentType = Platform.Read.Code(request.EmploymentType, "employment_type", reference.Occupations.EmploymentTypes),
        StartsOn = Platform.Read.Day(request.StartsOn, "starts_on"),
        EndsOn = Platform.Read.Day(request.EndsOn, "ends_on"),
        SignedOn = Platform.Read.Day(request.SignedOn, "signed_on"),
        Languages = Languages.Read(request.Languages, "languages"),
        Terms = Terms(request.Terms),
    };

    public string Occupation(string code) => Platform.Read.Code(code, "occupation", reference.Occupations.Codes);

    public static ContractTerms Terms(Proto.ContractTerms? terms) => terms is null ? throw Refuse.Invalid(PlatformProblems.FieldRequired("terms")) : new()
    {
        Wage = Platform.Read.Money(terms.Wage, "terms.wage"),
        WagePeriod = Platform.Read.Value<Proto.WagePeriod, WagePeriod>(terms.WagePeriod, "terms.wage_period"),
        HoursPerWeek = Platform.Read.Number(terms.HoursPerWeek, "terms.hours_per_week", 1, 112),
        DaysPerWeek = Platform.Read.Number(terms.DaysPerWeek, "terms.days_per_week", 1, 7),
        Workplace = Platform.Read.OptionalText(terms.Workplace, "terms.workplace", 6),
        MonthlyDeduction = Platform.Read.OptionalMoney(terms.MonthlyDeduction, "terms.monthly_deduction"),
        Housing = terms.Housing == Proto.Housing.Unspecified ? null : Platform.Read.Value<Proto.Housing, Housing>(terms.Housing, "terms.housing"),
        InsuranceStated = terms.HasInsuranceStated ? terms.InsuranceStated : null,
        NoticeDays = terms.HasNoticeDays ? Platform.Read.Number(terms.NoticeDays, "terms.notice_days", 0, 366) : null,
        LeavingPenalty = terms.HasLeavingPenalty ? terms.LeavingPenalty : null,
        ReturnTravelPaidBy = terms.ReturnTravelPaidBy == Proto.Payer.Unspecified ? null : Platform.Read.Value<Proto.Payer, Payer>(terms.ReturnTravelPaidBy, "terms.return_travel_paid_by"),
        ComplaintChannelNamed = terms.HasComplaintChannelNamed ? terms.ComplaintChannelNamed : null,
    };

    /// <summary>Each language at most once, and each one in which the contract exists.</summary>
    public static IReadOnlyList<ContractDocument> Documents(RepeatedField<Proto.ContractDocument> documents, IReadOnlyList<string> languages)
    {
        Platform.Read.Entries(documents.Count, "documents", 0, MostDocuments);
        var read = documents.Select((d, i) => new ContractDocument(
            LanguageOf(Platform.Read.Text(d.Language, $"documents[{i}].language", 20), languages, $"documents[{i}].language"),
            Hash(Platform.Read.Text(d.Sha256, $"documents[{i}].sha256", 64), $"documents[{i}].sha256"),
            Platform.Read.Text(d.Reference, $"documents[{i}].reference"))).ToList();
        return read.GroupBy(d => d.Language).Any(g => g.Count() > 1) ? throw Refuse.Invalid(Problems.ContractDocumentTwice()) : read;
    }

    static string LanguageOf(string language, IReadOnlyList<string> languages, string field) =>
        languages.Contains(language) ? language : throw Refuse.Invalid(Problems.ContractDocumentLanguage(field));

    static string Hash(string text, string field) =>
        text.Length == 64 && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f') ? text : throw Refuse.Invalid(Problems.HashMalformed(field));
}
