using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Gms.Registry.V1;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Pages;

public sealed class DepartureReasonsTests
{
    [Fact]
    public void Reasons_stand_beside_the_last_decision_and_not_where_it_was_cleared()
    {
        JourneyEntry[] entries =
        [
            Entry("held", "one", 2), Entry("cleared", "one", 3),
            Entry("held", "two", 2), Entry("refused", "two", 4), Entry("held", "two", 3),
            Entry("registered", "three", 1),
        ];

        Assert.Equal([("two", 4L)], DepartureReasons.LastDecisions(entries).Select(e => (e.SubjectId, e.SubjectVersion)));
    }

    [Fact]
    public void A_held_departure_tells_what_failed_what_is_missing_and_who_did_not_answer()
    {
        var departure = new Departure
        {
            Status = DepartureStatus.Held,
            Checks =
            {
                new Check { Decisive = true, Outcome = Outcome.Unknown, Message = "It is not known.", Remedy = "Send as_of." },
                new Check { Decisive = true, Outcome = Outcome.Fail, Message = "The border is closed." },
                new Check { Decisive = true, Outcome = Outcome.Pass, Message = "All is well." },
                new Check { Decisive = false, Outcome = Outcome.Fail, Message = "A warning." },
            },
            MissingParts = { "SocialSecurity" },
        };

        Assert.Equal(["The border is closed.", "It is not known. Send as of.", "Social security did not answer; it is decided again when it does."], DepartureReasons.Of(Texts.In(Language.English), departure));
    }

    [Fact]
    public void A_refusal_tells_what_failed_and_an_officer_s_words_come_first()
    {
        var departure = new Departure
        {
            Status = DepartureStatus.Refused,
            OfficerReason = "The papers were not shown.",
            Checks = { new Check { Decisive = true, Outcome = Outcome.Unknown, Message = "It is not known." }, new Check { Decisive = true, Outcome = Outcome.Fail, Message = "The border is closed." } },
        };

        Assert.Equal(["An officer decided: The papers were not shown.", "The border is closed."], DepartureReasons.Of(Texts.In(Language.English), departure));
        Assert.Empty(DepartureReasons.Of(Texts.In(Language.English), new Departure { Status = DepartureStatus.Cleared, Checks = { departure.Checks } }));
    }

    static JourneyEntry Entry(string decision, string departure, long version) => new() { Name = $"gms.registry.departure-{decision}:1", SubjectId = departure, SubjectVersion = version };
}
