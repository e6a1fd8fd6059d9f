using Gms.DepartureOrientation.V1;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.SocialSecurity.V1;
using Gms.Testing;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>The Registry with the three parts that a departure asks: each answers well unless a test says otherwise.</summary>
public class DeparturesHost : Xunit.IAsyncLifetime
{
    public DeparturesHost() : this(new())
    {
    }

    protected DeparturesHost(RegistryHost registry) => Host = registry;

    public const string Recruitment = "/gms.recruitment.v1.Compliance/VerifyRecruitment";
    public const string RecruitmentOfMany = "/gms.recruitment.v1.Compliance/VerifyBatch";
    public const string Coverage = "/gms.social_security.v1.Coverage/CheckCoverage";
    public const string Certificate = "/gms.departure_orientation.v1.Certificates/VerifyCertificate";

    public RegistryHost Host { get; }

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Everything();
    }

    /// <summary>All three parts answer that everything is in order.</summary>
    public void Everything()
    {
        Host.Peers.Answer(Recruitment, (VerifyRecruitmentRequest request) => new VerifyRecruitmentResponse
        {
            Checks = { Given.Check("FR01", Outcome.Pass) },
            Contract = request.WorkerNumber.StartsWith("KH", StringComparison.Ordinal)
                ? Given.ContractOf("KH", "BORDER_S64", "AGRICULTURAL_SEASONAL")
                : Given.ContractOf(),
        });
        Host.Peers.Answer(Coverage, (CheckCoverageRequest _) => new CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Pass) } });
        Host.Peers.Answer(Certificate, (VerifyCertificateRequest _) => new VerifyCertificateResponse { Check = Given.Check("ORIENTATION_CERTIFICATE", Outcome.Pass) });
        Host.Peers.AnswerEach<VerifyBatchRequest, VerifyBatchResponse, VerifyRecruitmentRequest, VerifyRecruitmentResponse>(
            RecruitmentOfMany, Recruitment, batch => batch.Items.Select(i => i.Recruitment),
            answers => new() { Answers = { answers.Select(a => a.Refusal is { } refusal ? new() { Refusal = refusal } : new VerifyBatchAnswer { Verdict = a.Answer }) } });
        Host.Peers.AnswerEach<CheckCoverageBatchRequest, CheckCoverageBatchResponse, CheckCoverageRequest, CheckCoverageResponse>(
            "/gms.social_security.v1.Coverage/CheckCoverageBatch", Coverage, batch => batch.Items.Select(i => i.Coverage),
            answers => new() { Answers = { answers.Select(a => a.Refusal is { } refusal ? new() { Refusal = refusal } : new CheckCoverageBatchAnswer { Coverage = a.Answer }) } });
        Host.Peers.AnswerEach<VerifyCertificateBatchRequest, VerifyCertificateBatchResponse, VerifyCertificateRequest, VerifyCertificateResponse>(
            "/gms.departure_orientation.v1.Certificates/VerifyCertificateBatch", Certificate, batch => batch.Items.Select(i => i.Certificate),
            answers => new() { Answers = { answers.Select(a => a.Refusal is { } refusal ? new() { Refusal = refusal } : new VerifyCertificateBatchAnswer { Certificate = a.Answer }) } });
    }

    public static Who Officer(string country) => Who.Is(Role.MinistryOfficer, country);

    internal Proto.Departures.DeparturesClient Departures(Who who, string purpose = "departure-clearance", DateTimeOffset? clock = null) => new(Host.As(who, purpose, clock));

    /// <summary>A worker with a passport, or the paper named.</summary>
    public async Task<string> Enrolled(string country = "LA", string kind = "PASSPORT", DateTimeOffset? clock = null)
    {
        var enrolment = A.Enrolment(country);
        enrolment.Nationality = country;
        enrolment.Province = "";
        enrolment.Document.Kind = kind;
        enrolment.Document.Issuer = country;
        return (await new Proto.Workers.WorkersClient(Host.As(Officer(country), clock: clock)).EnrolWorkerAsync(enrolment)).WorkerNumber;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
