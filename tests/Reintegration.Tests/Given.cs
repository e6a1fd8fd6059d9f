using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Reintegration.Cases;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests;

/// <summary>Makes by events and public calls what a test starts from.</summary>
static class Given
{
    public static string New() => Guid.NewGuid().ToString();

    public static DateOnly Today => TimeProvider.System.TodayIn("LA");

    public static async Task<(string Case, string Worker)> Returned(this ReintegrationHost host, string country = "LA")
    {
        var happened = A.Return(country: country);
        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);
        var held = await host.Db(db => db.Cases.SingleAsync(c => c.ReturnId == happened.ReturnId));
        return (held.Id.ToString(), held.WorkerNumber);
    }

    public static async Task<(string Case, string Worker)> Assigned(this ReintegrationHost host)
    {
        var (held, worker) = await host.Returned();
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).AssignCounsellorAsync(new() { RequestId = New(), CaseId = held });
        return (held, worker);
    }

    public static async Task<(string Case, string Plan, string Worker)> Planned(this ReintegrationHost host)
    {
        var (held, worker) = await host.Assigned();
        var plan = await new Proto.Plans.PlansClient(host.As(A.Counsellor)).AgreePlanAsync(Plan(held));
        return (held, plan.PlanId, worker);
    }

    public static Proto.AgreePlanRequest Plan(string held) => new()
    {
        RequestId = New(),
        CaseId = held,
        Consent = new() { GivenOn = Today.ToProto(), Form = Proto.ConsentForm.Signed, Language = "lo" },
        Goals = { "Work in the garment factory near home" },
        Items =
        {
            new Proto.PlanItem { Service = "S08", Partner = "Skills authority", Programme = "LA-SKILL", StartsOn = Today.ToProto(), EndsOn = Today.AddMonths(2).ToProto(), Budget = new() { Minor = 500_000, Currency = "LAK" } },
            new Proto.PlanItem { Service = "S07", Partner = "Employment service centre", StartsOn = Today.ToProto(), EndsOn = Today.AddMonths(3).ToProto(), Budget = new() { Minor = 0, Currency = "LAK" } },
        },
    };

    public static Proto.Consent Consent => new() { GivenOn = Today.ToProto(), Form = Proto.ConsentForm.Signed, Language = "lo" };

    /// <summary>A partner of an organisation of its own that takes these services.</summary>
    public static async Task<(string Partner, string Organisation)> Partner(this ReintegrationHost host, params string[] services)
    {
        var organisation = $"partner-{New()}";
        var registered = await new Proto.Partners.PartnersClient(host.As(A.Ministry)).RegisterPartnerAsync(new() { RequestId = New(), Country = "LA", Name = "Skills authority", Organisation = organisation, Services = { services } });
        return (registered.PartnerId, organisation);
    }

    public static async Task<string> Referred(this ReintegrationHost host, string held, string partner, string service = "S03") =>
        (await new Proto.Referrals.ReferralsClient(host.As(A.Counsellor)).SendReferralAsync(
            new() { RequestId = New(), CaseId = held, PartnerId = partner, Service = service, Needed = "A health check", Consent = Consent })).ReferralId;

    /// <summary>Answers to every required question, the same value for each scale.</summary>
    public static Proto.SaveAnswersRequest Answers(string held, Proto.AssessmentKind kind, DateTimeOffset at, string scale = "4")
    {
        var all = Questionnaires.Load();
        var questionnaire = all.All.Single(q => q.Kind.ToString() == kind.ToString());
        var request = new Proto.SaveAnswersRequest { RequestId = New(), AssessmentId = New(), CaseId = held, Kind = kind, Version = 1, Language = "lo" };
        request.Answers.AddRange(questionnaire.Questions.Where(q => q.Required).Select(q => new Proto.Answer
        {
            AnswerId = New(),
            Question = q.Code,
            Value = q.Options == "how_far" ? scale : all.Options[q.Options][0].Code,
            AnsweredAt = Timestamp.FromDateTimeOffset(at),
        }));
        return request;
    }

    public static Proto.OpenCaseRequest WalkIn(string? worker = null) =>
        new() { RequestId = New(), Country = "LA", WorkerNumber = worker ?? WorkerNumber.New("LA"), From = "TH", Reason = "JOB_LOSS", ReturnedOn = Today.ToProto() };
}
