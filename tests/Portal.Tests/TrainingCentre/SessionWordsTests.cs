using Gms.DepartureOrientation.V1;
using Gms.Portal.TrainingCentre;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.TrainingCentre;

public sealed class SessionWordsTests
{
    static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void A_trainer_teaches_in_the_languages_of_the_certifications_that_hold_today()
    {
        var trainer = new Trainer
        {
            Certifications = { Certified("km", -400, -1), Certified("lo", -30, 0), Certified("th", 0, 300), Certified("vi", 1, 300), Certified("zh", -30, 300, withdrawn: 0), Certified("my", -30, 300, withdrawn: 1) },
        };

        Assert.Equal(["lo", "th", "my"], SessionWords.TeachesIn(trainer, Today));
    }

    static Certification Certified(string language, int from, int until, int? withdrawn = null) =>
        new() { Languages = { language }, ValidFrom = Day(from), ValidUntil = Day(until), WithdrawnFrom = withdrawn is { } day ? Day(day) : null };

    static Date Day(int fromToday) => Today.AddDays(fromToday) is var day ? new() { Year = day.Year, Month = day.Month, Day = day.Day } : new();
}
