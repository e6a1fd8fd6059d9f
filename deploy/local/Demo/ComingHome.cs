using Gms.Reintegration.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>What happens within the case of a worker who came home: needs, skills, a partner's help, claims, and how it goes up to a year later.</summary>
public abstract partial class Journey
{
    static string LanguageOf(string country) => country == "LA" ? "lo" : "km";

    Assessments.AssessmentsClient Asking(string country) => new(As(Account.Counsellor(country), "Reintegration", "reintegration"));

    /// <summary>The counsellor asks what is needed, records what was learned abroad, and begins claims for what is owed.</summary>
    async Task Assessed(string country, string held, CancellationToken cancel)
    {
        await Answered(country, held, AssessmentKind.Needs, "4", cancel);
        var claims = new Claims.ClaimsClient(As(Account.Counsellor(country), "Reintegration", "reintegration"));
        var found = await claims.FindClaimsAsync(new() { RequestId = NewId(), CaseId = held }, cancellationToken: cancel);
        Note($"Claims begun at home for what the registry says may be owed: {found.Found}");
    }

    /// <summary>A partner is told the skill and what is needed, accepts, and says what came of it.</summary>
    async Task Referred(string country, string held, CancellationToken cancel)
    {
        var service = country == "LA" ? "S08" : "S07";
        var skill = await new Skills.SkillsClient(As(Account.Counsellor(country), "Reintegration", "reintegration"))
            .RecordSkillAsync(new() { RequestId = NewId(), CaseId = held, Occupation = country == "LA" ? "8153" : "9211", Months = 9, LearnedIn = "TH" }, cancellationToken: cancel);
        var partner = await Partner(country, service, cancel);
        var referral = (await new Referrals.ReferralsClient(As(Account.Counsellor(country), "Reintegration", "reintegration")).SendReferralAsync(new()
        {
            RequestId = NewId(),
            CaseId = held,
            PartnerId = partner,
            Service = service,
            Needed = country == "LA" ? "Recognise the skill learned abroad" : "Find work near home",
            Consent = new() { GivenOn = Day(Now), Form = ConsentForm.Signed, Language = LanguageOf(country) },
            SkillIds = { skill.SkillId },
        }, cancellationToken: cancel)).ReferralId;

        Later(5);
        var body = Account.Partner(country);
        await new Referrals.ReferralsClient(As(body, "Reintegration", "reintegration")).AnswerReferralAsync(new() { RequestId = NewId(), ReferralId = referral, Answer = ReferralAnswer.Accept }, cancellationToken: cancel);
        Later(10);
        var result = country == "LA" ? ReferralResult.Recognised : ReferralResult.Employed;
        await new Referrals.ReferralsClient(As(body, "Reintegration", "reintegration")).FinishReferralAsync(new() { RequestId = NewId(), ReferralId = referral, Result = result, Reply = "As agreed." }, cancellationToken: cancel);
        Note($"The partner's answer to the referral for {service}: {result}");
    }

    /// <summary>The demonstration's partner of the country, registered by whichever journey comes first.</summary>
    async Task<string> Partner(string country, string service, CancellationToken cancel)
    {
        var partners = new Partners.PartnersClient(Around(offices.To("Reintegration", Account.Ministry(country), "reintegration", clock: Now)));
        var organisation = IdOf($"organisation {country} Partner");
        async Task<string?> Known() => (await partners.ListPartnersAsync(new() { Country = country }, cancellationToken: cancel)).Partners.FirstOrDefault(p => p.Organisation == organisation)?.PartnerId;
        if (await Known() is { } there)
            return there;
        try
        {
            return (await partners.RegisterPartnerAsync(new() { RequestId = NewId(), Country = country, Name = "Demonstration partner", Organisation = organisation, Services = { service } }, cancellationToken: cancel)).PartnerId;
        }
        catch (Grpc.Core.RpcException) when (!cancel.IsCancellationRequested)
        {
            return await Known() ?? throw new CannotGoOnException($"No partner could be registered in {country}.");    // another journey was faster
        }
    }

    /// <summary>Somebody asks 3, 6 and 12 months after the return how it goes, as far as that time has come.</summary>
    async Task Followed(string country, Case opened, CancellationToken cancel)
    {
        var returned = opened.ReturnedOn;
        foreach (var (month, scale) in new[] { (3, "3"), (6, "4"), (12, "5") })
        {
            var due = new DateTimeOffset(returned.Year, returned.Month, returned.Day, 4, 0, 0, TimeSpan.Zero).AddMonths(month);
            if (due > Until)
                break;
            GoTo(due);
            var answers = await Answered(country, opened.CaseId, AssessmentKind.Sustainability, scale, cancel);
            await new FollowUps.FollowUpsClient(As(Account.Counsellor(country), "Reintegration", "reintegration"))
                .RecordFollowUpAsync(new() { RequestId = NewId(), CaseId = opened.CaseId, Month = month, AssessmentId = answers, Intention = Intention.Stay }, cancellationToken: cancel);
            Expect("gms.reintegration.follow-up-recorded:1");
        }
        var scores = (await new FollowUps.FollowUpsClient(As(Account.Counsellor(country), "Reintegration", "reintegration")).ListFollowUpsAsync(new() { CaseId = opened.CaseId }, cancellationToken: cancel)).FollowUps;
        Note("How it goes after the return, 0 to 100: " + string.Join(", ", scores.Select(s => $"{s.Month} months {s.Total}")));
    }

    /// <summary>Every question that must be answered: the scale where it has one, else the first option.</summary>
    async Task<string> Answered(string country, string held, AssessmentKind kind, string scale, CancellationToken cancel)
    {
        var questionnaire = await Asking(country).GetQuestionnaireAsync(new() { Kind = kind, Country = country, Language = LanguageOf(country) }, cancellationToken: cancel);
        var request = new SaveAnswersRequest { RequestId = NewId(), AssessmentId = NewId(), CaseId = held, Kind = kind, Version = questionnaire.Version, Language = questionnaire.Language };
        request.Answers.AddRange(questionnaire.Questions.Where(q => q.Required).Select(q => new Answer
        {
            AnswerId = NewId(),
            Question = q.Code,
            Value = q.Options.Any(o => o.Code == scale) ? scale : q.Options[0].Code,
            AnsweredAt = Instant,
        }));
        await Asking(country).SaveAnswersAsync(request, cancellationToken: cancel);
        return request.AssessmentId;
    }
}
