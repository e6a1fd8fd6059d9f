using Gms.Local.Demo;
using Gms.Type.V1;
using Grpc.Core;
using AccessV1 = Gms.Access.V1;
using AuditsV1 = Gms.Audits.V1;
using EventsV1 = Gms.Events.V1;
using ExportsV1 = Gms.Exports.V1;
using OrientationV1 = Gms.DepartureOrientation.V1;
using RecruitmentV1 = Gms.Recruitment.V1;
using RegistryV1 = Gms.Registry.V1;
using ReintegrationV1 = Gms.Reintegration.V1;
using SocialV1 = Gms.SocialSecurity.V1;

namespace Gms.Journeys.Told;

/// <summary>How one call is made so that it reads the worker, and what the worker must then find in the list.</summary>
/// <param name="Service">The service that is asked.</param>
/// <param name="Name">Full gRPC name without the leading slash.</param>
/// <param name="Purpose">The purpose it is made for.</param>
/// <param name="Fields">The groups of fields told.</param>
/// <param name="Times">How many disclosures one call makes.</param>
/// <param name="Make">Makes it.</param>
public sealed record PersonRead(string Service, string Name, Purpose Purpose, string[] Fields, int Times, Func<Task> Make);

/// <summary>The worker whom everybody reads: the numbers of the records that the journey made.</summary>
public sealed record ReadWorker(string Number, string Account, string AccountId, string Contract, string Departure, string Membership, string Certificate, string Session, string Case, string Plan, string Return, string Complaint, string Document, string DocumentNumber, int TimelineEntries);

/// <summary>The table: for every call that tells of a person how to make it.</summary>
sealed class PersonReads(Offices offices, ReadWorker worker)
{
    static readonly string Ministry = Account.Ministry("LA");
    static readonly string Insurer = Account.SocialSecurity("TH");
    static readonly string Counsellor = Account.Counsellor("LA");

    /// <summary>The pass as it was read, for the call that checks one.</summary>
    string _pass = "";

    /// <summary>The verdict that was kept, for the calls that read and check one.</summary>
    string _verdict = "";

    /// <summary>The statement as it was answered, likewise.</summary>
    string _statement = "";

    /// <summary>The certificate as it was read, likewise.</summary>
    string _certificate = "";

    /// <summary>The referral as it was listed, for the call that reads one.</summary>
    string _referral = "";

    public IReadOnlyList<PersonRead> All =>
    [
        Read("Registry", "gms.registry.v1.Workers/GetWorker", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Workers.WorkersClient(c).GetWorkerAsync(new() { WorkerNumber = worker.Number }),
            "names", "birth_date", "sex", "nationality", "province", "languages", "registration", "documents", "contact_facts", "father_name", "mother_name"),
        Read("Registry", "gms.registry.v1.Documents/ListDocuments", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Documents.DocumentsClient(c).ListDocumentsAsync(new() { WorkerNumber = worker.Number }), "documents"),
        Read("Registry", "gms.registry.v1.Documents/RevealDocumentNumber", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Documents.DocumentsClient(c).RevealDocumentNumberAsync(new() { WorkerNumber = worker.Number, DocumentId = worker.Document }), "document_number"),
        Read("Registry", "gms.registry.v1.Documents/FindByDocument", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Documents.DocumentsClient(c).FindByDocumentAsync(new() { Kind = "PASSPORT", Issuer = "LA", Number = worker.DocumentNumber }), "worker_number", "country", "document"),
        Read("Registry", "gms.registry.v1.Departures/GetDeparture", Ministry, Purpose.DepartureClearance,
            c => new RegistryV1.Departures.DeparturesClient(c).GetDepartureAsync(new() { DepartureId = worker.Departure }), "departure"),
        Read("Registry", "gms.registry.v1.Passes/GetPass", Ministry, Purpose.DepartureClearance,
            async c => _pass = (await new RegistryV1.Passes.PassesClient(c).GetPassAsync(new() { DepartureId = worker.Departure })).Text, "pass"),
        Read("Registry", "gms.registry.v1.Passes/VerifyPass", Ministry, Purpose.BorderControl,
            c => new RegistryV1.Passes.PassesClient(c).VerifyPassAsync(new() { Text = _pass }), "pass"),
        Read("Registry", "gms.registry.v1.Departures/ListDepartures", Ministry, Purpose.DepartureClearance, async c =>
        {
            var departures = new RegistryV1.Departures.DeparturesClient(c);
            await EveryPage(async token => (await departures.ListDeparturesAsync(new() { Origin = "LA", PageSize = 200, PageToken = token })).NextPageToken);
        }, "departure"),
        Read("Registry", "gms.registry.v1.Journeys/GetJourney", Ministry, Purpose.Complaint,
            c => new RegistryV1.Journeys.JourneysClient(c).GetJourneyAsync(new() { WorkerNumber = worker.Number }), "journey"),
        Read("Registry", "gms.registry.v1.Journeys/WatchJourney", Ministry, Purpose.Complaint, Watch, "journey") with { Times = worker.TimelineEntries },
        Read("Registry", "gms.registry.v1.Crossings/ListSpells", Ministry, Purpose.DepartureClearance,
            c => new RegistryV1.Crossings.CrossingsClient(c).ListSpellsAsync(new() { WorkerNumber = worker.Number }), "crossings"),
        Read("Registry", "gms.registry.v1.Stays/ListStayChanges", Ministry, Purpose.Complaint,
            c => new RegistryV1.Stays.StaysClient(c).ListStayChangesAsync(new() { WorkerNumber = worker.Number }), "stay"),
        Read("Registry", "gms.registry.v1.Distress/ListDistress", Ministry, Purpose.Complaint,
            c => new RegistryV1.Distress.DistressClient(c).ListDistressAsync(new() { WorkerNumber = worker.Number }), "distress"),
        Read("Registry", "gms.registry.v1.Returns/ListDues", Counsellor, Purpose.Reintegration,
            c => new RegistryV1.Returns.ReturnsClient(c).ListDuesAsync(new() { ReturnId = worker.Return }), "dues"),
        Read("Registry", "gms.registry.v1.Corrections/ListCorrections", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Corrections.CorrectionsClient(c).ListCorrectionsAsync(new() { WorkerNumber = worker.Number }), "corrections"),
        Read("Registry", "gms.registry.v1.Corrections/ListProposedCorrections", Ministry, Purpose.Enrolment, async c =>
        {
            var corrections = new RegistryV1.Corrections.CorrectionsClient(c);
            await EveryPage(async token => (await corrections.ListProposedCorrectionsAsync(new() { Country = "LA", PageSize = 200, PageToken = token })).NextPageToken);
        }, "corrections"),
        Read("Registry", "gms.registry.v1.Duplicates/FindDuplicates", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Duplicates.DuplicatesClient(c).FindDuplicatesAsync(new()
            {
                Country = "LA",
                Names = { new PersonName { Full = "Demonstration Worker One" } },
                BirthDate = new() { Year = 1999, Month = 7 },
                Sex = RegistryV1.Sex.Female,
                Nationality = "LA",
                Province = "LA-SV",
                Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = worker.DocumentNumber },
            }), "duplicate"),
        Read("Registry", "gms.registry.v1.Merges/ListMerges", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Merges.MergesClient(c).ListMergesAsync(new() { WorkerNumber = worker.Number }), "merges"),
        Read("Registry", "gms.registry.v1.Consents/ListConsents", Ministry, Purpose.Enrolment,
            c => new RegistryV1.Consents.ConsentsClient(c).ListConsentsAsync(new() { WorkerNumber = worker.Number }), "consents"),
        Read("Registry", "gms.registry.v1.Erasures/ListErasures", Ministry, Purpose.Enrolment, async c =>
        {
            var erasures = new RegistryV1.Erasures.ErasuresClient(c);
            await EveryPage(async token => (await erasures.ListErasuresAsync(new() { Country = "LA", PageSize = 200, PageToken = token })).NextPageToken);
        }, "erasure"),
        Read("Registry", "gms.registry.v1.Erasures/ListProposals", Ministry, Purpose.Enrolment, async c =>
        {
            var erasures = new RegistryV1.Erasures.ErasuresClient(c);
            await EveryPage(async token => (await erasures.ListProposalsAsync(new() { Country = "LA", PageSize = 200, PageToken = token })).NextPageToken);
        }, DateTimeOffset.UtcNow.AddYears(40), "erasure"),
        Read("Registry", "gms.registry.v1.Disclosures/ListDisclosures", Ministry, Purpose.OwnRecord,
            c => new RegistryV1.Disclosures.DisclosuresClient(c).ListDisclosuresAsync(new() { WorkerNumber = worker.Number, RequestReference = "TEST 1" }), "disclosures"),
        Read("Recruitment", "gms.recruitment.v1.Contracts/GetContract", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Contracts.ContractsClient(c).GetContractAsync(new() { ContractId = worker.Contract }), "contract", "terms"),
        Read("Recruitment", "gms.recruitment.v1.Contracts/ListContracts", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Contracts.ContractsClient(c).ListContractsAsync(new() { WorkerNumber = worker.Number }), "contracts"),
        Read("Recruitment", "gms.recruitment.v1.Complaints/GetComplaint", Ministry, Purpose.Complaint,
            c => new RecruitmentV1.Complaints.ComplaintsClient(c).GetComplaintAsync(new() { ComplaintId = worker.Complaint }), "complaint"),
        Read("Recruitment", "gms.recruitment.v1.Complaints/ListComplaints", Ministry, Purpose.Complaint,
            c => new RecruitmentV1.Complaints.ComplaintsClient(c).ListComplaintsAsync(new() { WorkerNumber = worker.Number }), "complaint"),
        Read("Recruitment", "gms.recruitment.v1.Complaints/ListAgencyComplaints", Account.Agency("LA"), Purpose.Complaint, async c =>
        {
            var complaints = new RecruitmentV1.Complaints.ComplaintsClient(c);
            await EveryPage(async token => (await complaints.ListAgencyComplaintsAsync(new() { AgencyId = DemonstrationData.LaoAgency, PageSize = 200, PageToken = token })).NextPageToken);
        }, "complaint"),
        Read("Recruitment", "gms.recruitment.v1.Declarations/ListStatements", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Declarations.DeclarationsClient(c).ListStatementsAsync(new() { ContractId = worker.Contract }), "declaration"),
        Read("Recruitment", "gms.recruitment.v1.Costs/ListCosts", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Costs.CostsClient(c).ListCostsAsync(new() { ContractId = worker.Contract }), "costs"),
        Read("Recruitment", "gms.recruitment.v1.Costs/ReviewCosts", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Costs.CostsClient(c).ReviewCostsAsync(new() { ContractId = worker.Contract }), "costs"),
        Read("Recruitment", "gms.recruitment.v1.Compliance/VerifyStream", Ministry, Purpose.RecruitmentVerification, Stream, "recruitment_verdict"),
        // A change, and told like a read: the verdict that the next three are about.
        Read("Recruitment", "gms.recruitment.v1.Verdicts/KeepVerdict", Ministry, Purpose.RecruitmentVerification, async c => _verdict = (await new RecruitmentV1.Verdicts.VerdictsClient(c).KeepVerdictAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(), Recruitment = new() { WorkerNumber = worker.Number, ContractId = worker.Contract }, KeptFor = "the table of reads",
        })).VerdictId, "recruitment_verdict"),
        Read("Recruitment", "gms.recruitment.v1.Verdicts/GetVerdict", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Verdicts.VerdictsClient(c).GetVerdictAsync(new() { VerdictId = _verdict }), "recruitment_verdict"),
        Read("Recruitment", "gms.recruitment.v1.Verdicts/ListVerdicts", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Verdicts.VerdictsClient(c).ListVerdictsAsync(new() { SubjectId = worker.Contract }), "recruitment_verdict"),
        Read("Recruitment", "gms.recruitment.v1.Verdicts/CheckVerdict", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Verdicts.VerdictsClient(c).CheckVerdictAsync(new() { VerdictId = _verdict }), "recruitment_verdict"),
        Read("Recruitment", "gms.recruitment.v1.Compliance/VerifyRecruitment", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Compliance.ComplianceClient(c).VerifyRecruitmentAsync(new() { WorkerNumber = worker.Number, ContractId = worker.Contract }), "recruitment_verdict"),
        Read("Recruitment", "gms.recruitment.v1.Compliance/VerifyBatch", Ministry, Purpose.RecruitmentVerification,
            c => new RecruitmentV1.Compliance.ComplianceClient(c).VerifyBatchAsync(new() { Items = { new RecruitmentV1.VerifyBatchItem { Recruitment = new() { WorkerNumber = worker.Number, ContractId = worker.Contract } } } }), "recruitment_verdict"),
        Read("SocialSecurity", "gms.social_security.v1.Coverage/CheckCoverageBatch", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Coverage.CoverageClient(c).CheckCoverageBatchAsync(new()
            {
                Items = { new SocialV1.CheckCoverageBatchItem { Coverage = new() { WorkerNumber = worker.Number, Country = "TH", Day = new() { Year = 2025, Month = 6, Day = 1 }, EmploymentType = "FORMAL" } } },
            }), "coverage"),
        Read("SocialSecurity", "gms.social_security.v1.Coverage/CheckCoverage", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Coverage.CoverageClient(c).CheckCoverageAsync(new() { WorkerNumber = worker.Number, Country = "TH", Day = new() { Year = 2025, Month = 6, Day = 1 }, EmploymentType = "FORMAL" }), "coverage"),
        Read("SocialSecurity", "gms.social_security.v1.Coverage/ConfirmCoverage", Account.SocialSecurity("LA"), Purpose.SocialSecurity,
            c => new SocialV1.Coverage.CoverageClient(c).ConfirmCoverageAsync(new() { WorkerNumber = worker.Number, Country = "TH", Day = new() { Year = 2025, Month = 6, Day = 1 } }), "coverage_answer"),
        Read("SocialSecurity", "gms.social_security.v1.Coverage/CheckCoverageList", Insurer, Purpose.SocialSecurity, async c =>
        {
            using var list = new SocialV1.Coverage.CoverageClient(c).CheckCoverageList();
            await list.RequestStream.WriteAsync(new() { Country = "TH", Day = new() { Year = 2025, Month = 6, Day = 1 }, EmploymentType = "FORMAL", WorkerNumbers = { worker.Number } });
            await list.RequestStream.CompleteAsync();
            await foreach (var _ in list.ResponseStream.ReadAllAsync())
            {
            }
        }, "coverage"),
        Read("SocialSecurity", "gms.social_security.v1.Memberships/ExplainMonths", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Memberships.MembershipsClient(c).ExplainMonthsAsync(new()
            {
                WorkerNumber = worker.Number, SchemeId = "TH-SSF-33", FirstMonth = new() { Year = 2025, Month = 1 }, LastMonth = new() { Year = 2025, Month = 6 },
            }), "months"),
        Read("SocialSecurity", "gms.social_security.v1.Memberships/ListMemberships", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Memberships.MembershipsClient(c).ListMembershipsAsync(new() { WorkerNumber = worker.Number, Country = "TH" }), "memberships"),
        Read("SocialSecurity", "gms.social_security.v1.Contributions/ListContributions", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Contributions.ContributionsClient(c).ListContributionsAsync(new() { MembershipId = worker.Membership }), "contributions"),
        Read("SocialSecurity", "gms.social_security.v1.Contributions/ListArrears", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Contributions.ContributionsClient(c).ListArrearsAsync(new() { WorkerNumber = worker.Number, Country = "TH" }), "arrears"),
        Read("SocialSecurity", "gms.social_security.v1.Portability/CalculateExit", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Portability.PortabilityClient(c).CalculateExitAsync(new() { WorkerNumber = worker.Number, Country = "TH" }), "exit"),
        Read("SocialSecurity", "gms.social_security.v1.Portability/Totalise", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Portability.PortabilityClient(c).TotaliseAsync(new() { WorkerNumber = worker.Number, Country = "TH", Branch = SocialV1.Branch.OldAge }), "insurance_periods"),
        Read("SocialSecurity", "gms.social_security.v1.Portability/GetStatement", Insurer, Purpose.SocialSecurity,
            async c => _statement = (await new SocialV1.Portability.PortabilityClient(c).GetStatementAsync(new() { WorkerNumber = worker.Number, Country = "TH" })).Text, "insurance_periods"),
        Read("SocialSecurity", "gms.social_security.v1.Portability/VerifyStatement", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Portability.PortabilityClient(c).VerifyStatementAsync(new() { Text = _statement }), "insurance_periods"),
        Read("SocialSecurity", "gms.social_security.v1.Portability/ListPayments", Insurer, Purpose.SocialSecurity,
            c => new SocialV1.Portability.PortabilityClient(c).ListPaymentsAsync(new() { WorkerNumber = worker.Number, Country = "TH" }), "payment"),
        Read("DepartureOrientation", "gms.departure_orientation.v1.Certificates/GetCertificate", Ministry, Purpose.Orientation,
            c => new OrientationV1.Certificates.CertificatesClient(c).GetCertificateAsync(new() { CertificateId = worker.Certificate }), "certificate"),
        Read("DepartureOrientation", "gms.departure_orientation.v1.Cascade/TraceCertificate", Ministry, Purpose.Orientation,
            c => new OrientationV1.Cascade.CascadeClient(c).TraceCertificateAsync(new() { CertificateId = worker.Certificate }), "certificate"),
        Read("DepartureOrientation", "gms.departure_orientation.v1.Certificates/GetCertificateText", Ministry, Purpose.Orientation,
            async c => _certificate = (await new OrientationV1.Certificates.CertificatesClient(c).GetCertificateTextAsync(new() { CertificateId = worker.Certificate })).Text, "certificate"),
        Read("DepartureOrientation", "gms.departure_orientation.v1.Certificates/CheckCertificate", Ministry, Purpose.Orientation,
            c => new OrientationV1.Certificates.CertificatesClient(c).CheckCertificateAsync(new() { Text = _certificate, WorkerNumber = worker.Number }), "certificate"),
        Read("DepartureOrientation", "gms.departure_orientation.v1.Sessions/ListPlaces", Account.Training("LA"), Purpose.Orientation,
            c => new OrientationV1.Sessions.SessionsClient(c).ListPlacesAsync(new() { WorkerNumber = worker.Number }), "session_enrolment", "attendance"),
        Read("DepartureOrientation", "gms.departure_orientation.v1.Sessions/GetSession", Account.Training("LA"), Purpose.Orientation,
            c => new OrientationV1.Sessions.SessionsClient(c).GetSessionAsync(new() { SessionId = worker.Session }), "session", "attendance"),
        Read("DepartureOrientation", "gms.departure_orientation.v1.Certificates/ListSessionCertificates", Account.Training("LA"), Purpose.Orientation,
            c => new OrientationV1.Certificates.CertificatesClient(c).ListSessionCertificatesAsync(new() { SessionId = worker.Session }), "certificate"),
        Read("Reintegration", "gms.reintegration.v1.Cases/GetCase", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Cases.CasesClient(c).GetCaseAsync(new() { CaseId = worker.Case }), "case", "return_reason", "vulnerability_signs"),
        Read("Reintegration", "gms.reintegration.v1.Cases/ListCases", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Cases.CasesClient(c).ListCasesAsync(new() { Country = "LA", WorkerNumber = worker.Number }), "case", "return_reason", "vulnerability_signs"),
        Read("Reintegration", "gms.reintegration.v1.Plans/GetPlan", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Plans.PlansClient(c).GetPlanAsync(new() { PlanId = worker.Plan }), "plan"),
        Read("Reintegration", "gms.reintegration.v1.Assessments/ListAssessments", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Assessments.AssessmentsClient(c).ListAssessmentsAsync(new() { CaseId = worker.Case }), "assessments"),
        Read("Reintegration", "gms.reintegration.v1.Grants/ListGrants", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Grants.GrantsClient(c).ListGrantsAsync(new() { CaseId = worker.Case }), "grants"),
        Read("Reintegration", "gms.reintegration.v1.Referrals/ListReferrals", Counsellor, Purpose.Reintegration,
            async c => _referral = (await new ReintegrationV1.Referrals.ReferralsClient(c).ListReferralsAsync(new() { CaseId = worker.Case })).Referrals[0].ReferralId, "referral"),
        Read("Reintegration", "gms.reintegration.v1.Referrals/GetReferral", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Referrals.ReferralsClient(c).GetReferralAsync(new() { ReferralId = _referral }), "referral"),
        Read("Reintegration", "gms.reintegration.v1.Claims/ListClaims", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Claims.ClaimsClient(c).ListClaimsAsync(new() { CaseId = worker.Case }), "claims"),
        Read("Reintegration", "gms.reintegration.v1.Claims/MatchProgrammes", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Claims.ClaimsClient(c).MatchProgrammesAsync(new() { CaseId = worker.Case }), "programmes"),
        Read("Reintegration", "gms.reintegration.v1.Skills/ListSkills", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.Skills.SkillsClient(c).ListSkillsAsync(new() { CaseId = worker.Case }), "skills"),
        Read("Reintegration", "gms.reintegration.v1.FollowUps/ListFollowUps", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.FollowUps.FollowUpsClient(c).ListFollowUpsAsync(new() { CaseId = worker.Case }), "follow_ups"),
        Read("Reintegration", "gms.reintegration.v1.FollowUps/ListDueFollowUps", Counsellor, Purpose.Reintegration,
            c => new ReintegrationV1.FollowUps.FollowUpsClient(c).ListDueFollowUpsAsync(new() { Country = "LA", Month = 3 }), "case") with { Times = 0 },    // the worker was asked already
        Read("Access", "gms.access.v1.Accounts/GetAccount", "administrator", Purpose.Administration,
            c => new AccessV1.Accounts.AccountsClient(c).GetAccountAsync(new() { AccountId = worker.AccountId }), "account"),
        Exported("Registry", Ministry, Purpose.Enrolment, "departures"),
        Exported("Recruitment", Ministry, Purpose.Recruitment, "contracts"),
        Exported("SocialSecurity", Insurer, Purpose.SocialSecurity, "memberships"),
        Exported("DepartureOrientation", Ministry, Purpose.Orientation, "certificates"),
        Exported("Reintegration", Counsellor, Purpose.Reintegration, "cases"),
        Exported("Access", "administrator", Purpose.Administration, "accounts") with { Times = 0 },    // a body of the region takes out no worker's account
        .. new[] { "Registry", "Recruitment", "SocialSecurity", "DepartureOrientation", "Reintegration", "Access" }.Select(Audited),
        Replayed("Registry", "gms.registry.worker-enrolled:1"),
        Replayed("Recruitment", "gms.recruitment.contract-registered:1"),
        Replayed("SocialSecurity", "gms.social-security.membership-started:1"),
        Replayed("DepartureOrientation", "gms.departure-orientation.certificate-issued:1"),
        Replayed("Reintegration", "gms.reintegration.case-opened:1"),
        Replayed("Access", "gms.registry.worker-enrolled:1") with { Times = 0 },    // Access publishes no event about a worker
    ];

    PersonRead Read<T>(string service, string name, string account, Purpose purpose, Func<CallInvoker, AsyncUnaryCall<T>> make, params string[] fields) =>
        Read(service, name, account, purpose, async calls => await make(calls), fields);

    PersonRead Read(string service, string name, string account, Purpose purpose, Func<CallInvoker, Task> make, params string[] fields) =>
        Read(service, name, account, purpose, make, null, fields);

    PersonRead Read(string service, string name, string account, Purpose purpose, Func<CallInvoker, Task> make, DateTimeOffset? clock, params string[] fields) =>
        new(service, name, purpose, fields, 1, () => make(offices.To(service, account, Kebab(purpose), clock: clock)));

    PersonRead Replayed(string service, string happened) => Read(service, "gms.events.v1.Events/Replay", "auditor", Purpose.Administration, async calls =>
    {
        using var replay = new EventsV1.Events.EventsClient(calls).Replay(new() { Name = happened });
        while (await replay.ResponseStream.MoveNext(default))
        {
        }
    }, "events");

    PersonRead Audited(string service) => Read(service, "gms.audits.v1.Audits/ListAudit", "auditor", Purpose.Audit,
        calls => new AuditsV1.Audits.AuditsClient(calls).ListAuditAsync(new() { WorkerNumber = worker.Number }), "audit");

    PersonRead Exported(string service, string account, Purpose purpose, string name) => Read(service, "gms.exports.v1.Exports/Export", account, purpose, async calls =>
    {
        using var export = new ExportsV1.Exports.ExportsClient(calls).Export(new() { Name = name, Format = ExportsV1.ExportFormat.Ndjson, WorkerNumber = worker.Number });
        while (await export.ResponseStream.MoveNext(default))
        {
        }
    }, name);

    async Task Stream(CallInvoker calls)
    {
        using var stream = new RecruitmentV1.Compliance.ComplianceClient(calls).VerifyStream();
        await stream.RequestStream.WriteAsync(new() { Recruitments = { new RecruitmentV1.VerifyRecruitmentRequest { WorkerNumber = worker.Number, ContractId = worker.Contract } } });
        await stream.RequestStream.CompleteAsync();
        while (await stream.ResponseStream.MoveNext(default))
        {
        }
    }

    async Task Watch(CallInvoker calls)
    {
        using var watch = new RegistryV1.Journeys.JourneysClient(calls).WatchJourney(new() { WorkerNumber = worker.Number });
        for (var i = 0; i < worker.TimelineEntries; i++)
            await watch.ResponseStream.MoveNext(default);
    }

    static async Task EveryPage(Func<string, Task<string>> page)
    {
        for (var token = await page(""); token.Length > 0;)
            token = await page(token);
    }

    static string Kebab(Purpose purpose) => string.Concat(purpose.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
