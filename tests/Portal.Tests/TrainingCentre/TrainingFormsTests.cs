using Gms.DepartureOrientation.V1;
using Gms.Portal.Tests.Forms;
using Gms.Portal.TrainingCentre;
using Xunit;

namespace Gms.Portal.Tests.TrainingCentre;

public sealed class TrainingFormsTests
{
    [Fact]
    public void A_session_s_times_are_on_the_clock_of_its_country()
    {
        var plan = TrainingForms.PlanOf(Sent.Form(("Starts", "2026-12-01T09:00"), ("Ends", "2026-12-01T16:30"), ("Places", "25"), ("Mode", "Room"), ("Language", "lo")), "LA");

        Assert.Equal((new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc), new DateTime(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc)), (plan.StartsAt.ToDateTime(), plan.EndsAt.ToDateTime()));
        Assert.Equal((25, SessionMode.Room, "lo"), (plan.Places, plan.Mode, plan.Language));
    }

    [Fact]
    public void What_cannot_be_read_is_sent_unset_for_the_service_to_refuse()
    {
        var plan = TrainingForms.PlanOf(Sent.Form(("Starts", "soon"), ("Places", "many"), ("Mode", "Under water")), "LA");

        Assert.Null(plan.StartsAt);
        Assert.Null(plan.EndsAt);
        Assert.Equal((0, SessionMode.Unspecified), (plan.Places, plan.Mode));
    }
}
