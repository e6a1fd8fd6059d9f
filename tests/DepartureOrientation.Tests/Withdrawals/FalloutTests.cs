using FsCheck;
using FsCheck.Fluent;
using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
using Gms.DepartureOrientation.Withdrawals;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Withdrawals;

/// <summary>A withdrawal touches exactly what lies below and cannot stand without it, whatever the cascade looks like.</summary>
public sealed class FalloutTests
{
    const int Trainers = 6;

    /// <summary>Day by day: who leads, who is trained (nobody: the session is for workers), and whether it is taken away.</summary>
    static readonly Arbitrary<(int Leader, int Trainee, bool Away)[]> Days = Gen.ArrayOf(
        from leader in Gen.Choose(0, Trainers - 1)
        from trainee in Gen.Choose(0, Trainers)
        from away in Gen.Frequency((7, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (leader, trainee, away), 24).ToArbitrary();

    [Fact]
    public void What_is_touched_is_what_no_order_of_looking_could_save() =>
        Prop.ForAll(Days, days =>
        {
            var cascade = new Grown(days);

            var fallout = Fallout.Of(cascade.Away, cascade.Sessions, cascade.Earned);

            return fallout.Sessions.Select(s => s.Id).ToHashSet().SetEquals(cascade.ByFixpoint());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void With_one_line_for_each_trainer_what_is_touched_is_exactly_what_can_be_reached() =>
        Prop.ForAll(Days, days =>
        {
            var cascade = new Grown(days, oneLine: true);

            var fallout = Fallout.Of(cascade.Away, cascade.Sessions, cascade.Earned);

            var reached = cascade.ByReach();
            return fallout.Sessions.Select(s => s.Id).ToHashSet().SetEquals(reached)
                && fallout.Certifications.Select(e => e.Certification.Id).ToHashSet().SetEquals(cascade.Earned.Where(e => reached.Contains(e.Certification.TrainingSessionId!.Value)).Select(e => e.Certification.Id));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Nothing_withdrawn_touches_nothing() =>
        Prop.ForAll(Days, days =>
        {
            var cascade = new Grown([.. days.Select(d => (d.Leader, d.Trainee, false))]);

            return Fallout.Of(cascade.Away, cascade.Sessions, cascade.Earned) is { Sessions.Count: 0, Certifications.Count: 0 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    /// <summary>A cascade grown by the rules: only who may lead leads, and one day after a training its trainee holds one certification more. Trainers 0 and 1 are roots.</summary>
    sealed class Grown
    {
        static readonly Curriculum ForTrainers = A.Curriculum(Stage.TrainingOfTrainers, programme: null);
        static readonly Curriculum ForWorkers = A.Curriculum();

        readonly List<Trainer> _trainers = [.. Enumerable.Range(0, Trainers).Select(i => new Trainer { Country = "LA", Account = $"trainer-{i}", DisplayName = "Trainer" })];

        public Grown((int Leader, int Trainee, bool Away)[] days, bool oneLine = false)
        {
            foreach (var root in _trainers.Take(2))
                root.Certify(A.Certification(A.Today, A.Today.AddYears(1), TrainerLevel.MasterTrainer));
            for (var day = 0; day < days.Length; day++)
            {
                var (leader, trainee, away) = (_trainers[days[day].Leader], days[day].Trainee, days[day].Away);
                var session = A.Session(trainee < Trainers ? ForTrainers : ForWorkers, trainer: leader, starts: A.Nine.AddDays(day));
                if (LeadRules.LedBy(leader.Certifications, session.Curriculum, session.Language, session.FirstDay, session.LastDay).Count == 0)
                    continue;
                Sessions.Add(session);
                if (away)
                    Away.Add(session.Id);
                if (trainee < Trainers && trainee != days[day].Leader && !(oneLine && _trainers[trainee].Certifications.Count > 0))
                {
                    var certification = _trainers[trainee].Certify(A.Certification(session.LastDay.AddDays(1), A.Today.AddYears(1), TrainerLevel.MasterTrainer, training: session.Id));
                    Earned.Add(new(certification, "LA", _trainers[trainee].Certifications));
                }
            }
        }

        public List<Session> Sessions { get; } = [];

        public List<Earned> Earned { get; } = [];

        public HashSet<Guid> Away { get; } = [];

        /// <summary>Takes away again and again whatever nobody sound leads, in no order, until nothing more falls.</summary>
        public HashSet<Guid> ByFixpoint()
        {
            HashSet<Guid> fallen = [.. Away];
            while (Sessions.AsEnumerable().Reverse().FirstOrDefault(s => !fallen.Contains(s.Id)
                && !s.Trainer.Certifications.Exists(c => c.Holds(s.FirstDay) && !(c.TrainingSessionId is { } training && fallen.Contains(training)))) is { } next)
                fallen.Add(next.Id);
            return fallen;
        }

        /// <summary>Follows every edge down.</summary>
        public HashSet<Guid> ByReach()
        {
            HashSet<Guid> reached = [.. Away];
            Queue<Guid> open = new(reached);
            while (open.TryDequeue(out var session))
                foreach (var earned in Earned.Where(e => e.Certification.TrainingSessionId == session))
                    foreach (var led in Sessions.Where(s => s.Trainer.Certifications.Contains(earned.Certification) && earned.Certification.Holds(s.FirstDay)))
                        if (reached.Add(led.Id))
                            open.Enqueue(led.Id);
            return reached;
        }
    }
}
