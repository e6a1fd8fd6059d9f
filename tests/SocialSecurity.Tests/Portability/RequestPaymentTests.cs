using Gms.Testing;
using Gms.WorkItems.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

public sealed class RequestPaymentTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Fact]
    public async Task A_request_goes_to_the_holding_office_with_a_day_and_its_answer_comes_back_to_the_worker()
    {
        var worker = await Insured();
        var asked = await Own(worker).RequestPaymentAsync(Asked(worker));
        Assert.Equal((8, 14), (asked.AnswerBy.Month, asked.AnswerBy.Day));    // 30 days after 15 July
        var item = await host.Db(db => db.WorkItems.SingleAsync(i => i.Key == $"payment:{Guid.Parse(asked.PaymentId):N}"));
        Assert.Equal(("TH", A.Day("2026-08-14"), Gms.Platform.WorkItemState.Open), (item.Country, item.DueOn!.Value, item.State));

        await Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.MoreNeeded, "A copy of the bank book is needed."));
        await Own(worker).ReplyToOfficeAsync(new() { RequestId = Guid.NewGuid().ToString(), PaymentId = asked.PaymentId, Reply = "Sent by post." });
        var approve = Answer(asked.PaymentId, Proto.PaymentState.Approved);
        approve.Amount = new() { Minor = 1_200_00, Currency = "THB" };
        await Office.AnswerPaymentAsync(approve);
        var paid = await Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.Paid));
        Assert.Null(paid.AnswerBy);

        var shown = Assert.Single((await Own(worker).ListPaymentsAsync(new() { WorkerNumber = worker })).Payments);
        Assert.Equal(["Requested", "MoreNeeded", "InReview", "Approved", "Paid"], shown.Steps.Select(s => s.State.ToString()));
        Assert.Equal((Proto.PaymentState.Paid, 1_200_00L), (shown.State, shown.Amount.Minor));
        Assert.Equal(Gms.Platform.WorkItemState.Closed, await host.Db(db => db.WorkItems.Where(i => i.Id == item.Id).Select(i => i.State).SingleAsync()));
        Assert.Equal(5, await host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == asked.PaymentId)));
        Assert.False(await host.Db(db => db.Outbox.AnyAsync(e => e.SubjectId == asked.PaymentId && e.Body.Contains("bank"))));
    }

    [Fact]
    public async Task The_same_is_asked_once_until_it_is_decided()
    {
        var worker = await Insured();
        var first = await Own(worker).RequestPaymentAsync(Asked(worker));

        Assert.Equal(["PAYMENT_ASKED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).RequestPaymentAsync(Asked(worker))));
        await Own(worker).ReplyToOfficeAsync(new() { RequestId = Guid.NewGuid().ToString(), PaymentId = first.PaymentId, Withdraw = true });
        await Own(worker).RequestPaymentAsync(Asked(worker));
    }

    [Fact]
    public async Task Of_two_asked_at_one_moment_the_database_keeps_one()
    {
        var worker = await Insured();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await Own(worker).RequestPaymentAsync(Asked(worker));
                return true;
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
            {
                return false;
            }
        }));

        Assert.Equal(1, outcomes.Count(o => o));
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_refused_and_nothing_is_written()
    {
        var (worker, stranger) = (await Insured(), host.Worker());

        Assert.Equal(["PAYMENT_NOT_A_MEMBER"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(stranger).RequestPaymentAsync(Asked(stranger))));
        Assert.Equal(["PAYMENT_WITHIN_COUNTRY"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).RequestPaymentAsync(Change(Asked(worker), r => r.PayIn = "TH"))));
        Assert.Equal(["benefit"], await Refused.Fields(StatusCode.InvalidArgument, () => Own(worker).RequestPaymentAsync(Change(Asked(worker), r => r.Benefit = Proto.ExitBenefit.Unspecified))));
        await Refused.With(StatusCode.NotFound, () => Own(worker).RequestPaymentAsync(Change(Asked(worker), r => r.SchemeId = "TH-SSF-34")));
        Assert.False(await host.Db(db => db.PaymentRequests.AnyAsync(p => p.WorkerNumber == worker || p.WorkerNumber == stranger)));
    }

    [Fact]
    public async Task Only_the_holding_office_answers_and_no_step_is_skipped()
    {
        var worker = await Insured();
        var asked = await Own(worker).RequestPaymentAsync(Asked(worker));

        await Refused.With(StatusCode.NotFound, () => new Proto.Portability.PortabilityClient(host.Officer("LA")).AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.InReview)));
        await Refused.With(StatusCode.PermissionDenied, () => Own(worker).AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.InReview)));
        Assert.Equal(["PAYMENT_STEP"], await Refused.Codes(StatusCode.FailedPrecondition, () => Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.Paid))));
        await Refused.With(StatusCode.NotFound, () => Office.AnswerPaymentAsync(Answer(Guid.NewGuid().ToString(), Proto.PaymentState.InReview)));
    }

    [Fact]
    public async Task Naming_the_own_country_as_the_place_of_payment_opens_nobodys_insurance()
    {
        var worker = await Insured();
        var stranger = new Proto.Portability.PortabilityClient(host.Officer("KH"));
        var asked = await Home.RequestPaymentAsync(Change(Asked(worker), r => r.PayIn = "KH"), Given.OfficersPurpose);

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => stranger.RequestPaymentAsync(Change(Asked(worker), r => (r.PayIn, r.Benefit) = ("KH", Proto.ExitBenefit.Pension)), Given.OfficersPurpose)));
        await Refused.With(StatusCode.NotFound, () => stranger.ReplyToOfficeAsync(new() { RequestId = Guid.NewGuid().ToString(), PaymentId = asked.PaymentId, Withdraw = true }, Given.OfficersPurpose));
        Assert.Empty((await stranger.ListPaymentsAsync(new() { WorkerNumber = worker, Country = "KH" }, Given.OfficersPurpose)).Payments);
        Assert.Single((await Home.ListPaymentsAsync(new() { WorkerNumber = worker, Country = "LA" }, Given.OfficersPurpose)).Payments);
        Assert.Single((await Office.ListPaymentsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Payments);
    }

    [Fact]
    public async Task The_counsellor_at_home_who_asked_sees_what_became_of_it()
    {
        var worker = await Insured();
        var counsellor = new Proto.Portability.PortabilityClient(host.As(Who.Is(Gms.Platform.Role.ReintegrationCounsellor, "LA"), "reintegration", Given.Now));
        var asked = await counsellor.RequestPaymentAsync(Asked(worker));

        Assert.Equal(asked.PaymentId, Assert.Single((await counsellor.ListPaymentsAsync(new() { WorkerNumber = worker, Country = "LA" })).Payments).PaymentId);
    }

    [Fact]
    public async Task What_was_approved_is_not_overwritten_by_a_later_step_nor_by_nothing()
    {
        var worker = await Insured();
        var asked = await Own(worker).RequestPaymentAsync(Asked(worker));
        await Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.Approved, minor: 1_200_00));

        Assert.Equal(["PAYMENT_AMOUNT_NOT_NOW"], await Refused.Codes(StatusCode.FailedPrecondition, () => Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.Paid, minor: 1))));
        await Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.PaymentFailed, "The account is closed."));
        Assert.Equal(["PAYMENT_AMOUNT_MISSING"], await Refused.Codes(StatusCode.FailedPrecondition, () => Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.Approved, minor: 0))));
        await Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.Approved));
        await Office.AnswerPaymentAsync(Answer(asked.PaymentId, Proto.PaymentState.Paid));

        Assert.Equal(1_200_00, Assert.Single((await Own(worker).ListPaymentsAsync(new() { WorkerNumber = worker })).Payments).Amount.Minor);
    }

    Proto.Portability.PortabilityClient Home => new(host.Officer("LA"));

    Proto.Portability.PortabilityClient Office => new(host.Officer());

    Proto.Portability.PortabilityClient Own(string worker) => new(host.As(Who.TheWorker(worker), "own-record", Given.Now));

    static Proto.AnswerPaymentRequest Answer(string payment, Proto.PaymentState state, string reply = "", long? minor = null) =>
        new() { RequestId = Guid.NewGuid().ToString(), PaymentId = payment, State = state, Reply = reply, Amount = minor is { } amount ? new() { Minor = amount, Currency = "THB" } : null };

    static Proto.RequestPaymentRequest Asked(string worker) => new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, SchemeId = "TH-SSF-33", Benefit = Proto.ExitBenefit.Refund, PayIn = "LA" };

    static Proto.RequestPaymentRequest Change(Proto.RequestPaymentRequest request, Action<Proto.RequestPaymentRequest> change)
    {
        change(request);
        return request;
    }

    async Task<string> Insured()
    {
        var worker = host.Worker();
        await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker));
        return worker;
    }
}
