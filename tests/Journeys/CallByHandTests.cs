using Gms.Local;
using Gms.Local.Demo;
using Gms.Local.Verbs;
using Xunit;

namespace Gms.Journeys;

/// <summary><c>./registry call</c>: one call by hand, its answer or its refusal.</summary>
public sealed class CallByHandTests(WholeSystem whole)
{
    [Fact]
    public async Task An_answer_is_printed_as_json_and_needs_no_sign_in_where_the_call_needs_none()
    {
        var (code, answer, _) = await Call(new("Corridors/ListChannels", """{"origin": "LA"}""", null, null, null));

        Assert.Equal(0, code);
        Assert.Contains("\"MOU_S59\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_printed_with_each_field_and_what_to_do()
    {
        var (code, answer, remarks) = await Call(new("gms.social_security.v1.Coverage/CheckCoverage", "{}", Account.SocialSecurity("TH"), null, null));

        Assert.Equal((1, ""), (code, answer));
        Assert.Contains("worker_number", remarks, StringComparison.Ordinal);
        Assert.Contains("correlation", remarks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_not_there_or_a_request_that_is_none_is_told_before_anything_is_asked()
    {
        Assert.Contains("Journeys/GetJourney", (await Assert.ThrowsAsync<CannotGoOnException>(() => Call(new("GetJourny/GetJourney", null, null, null, null)))).Message, StringComparison.Ordinal);
        Assert.Contains("returned_on: {\"year\"", (await Assert.ThrowsAsync<CannotGoOnException>(() => Call(new("Returns/RecordReturn", """{"returned_on": "2026-11-26"}""", null, null, null)))).Message, StringComparison.Ordinal);
        Assert.Contains("worker_number", (await Assert.ThrowsAsync<CannotGoOnException>(() => Call(new("Journeys/GetJourney", """{"number": 1}""", null, null, null)))).Message, StringComparison.Ordinal);
    }

    async Task<(int Code, string Answer, string Remarks)> Call(CallByHand.Asked asked)
    {
        using var answer = new StringWriter();
        using var remarks = new StringWriter();
        return (await CallByHand.Run(whole.System, asked, answer, remarks, TestContext.Current.CancellationToken), answer.ToString(), remarks.ToString());
    }
}
