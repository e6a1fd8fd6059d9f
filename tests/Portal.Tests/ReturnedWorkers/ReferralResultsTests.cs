using Gms.Portal.ReturnedWorkers;
using Gms.Reintegration.Referrals;
using Xunit;

namespace Gms.Portal.Tests.ReturnedWorkers;

public sealed class ReferralResultsTests
{
    /// <summary>The form must not offer what Reintegration refuses, and must not leave out what it takes.</summary>
    [Fact]
    public void A_partner_is_offered_exactly_the_results_that_Reintegration_takes_for_each_service() => Assert.All(
        Enumerable.Range(1, 14).Select(number => $"S{number:00}"),
        service => Assert.Equal(ReferralRules.ResultsOf(service).Select(r => r.ToString()), ReferralResults.Of(service).Select(r => r.ToString())));
}
