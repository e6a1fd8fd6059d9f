namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Computes the figures of Data/indicators.json, each from the tables of whoever holds the records.</summary>
sealed class IndicatorReader(OwnFigures own, PeerFigures peers)
{
    /// <param name="definition">Which figure.</param>
    /// <param name="narrowed">The indicator with its parameters.</param>
    /// <param name="country">Whose figure.</param>
    /// <param name="day">As of which day.</param>
    /// <param name="cancel">Stops the reading.</param>
    public Task<Figure> Read(IndicatorDefinition definition, Indicator narrowed, string country, DateOnly day, CancellationToken cancel)
    {
        var year = narrowed.Year ?? day.Year;
        if (year > day.Year)
            return Task.FromResult(Figure.Unknown("The year has not begun.", definition.Service));
        return definition.Code switch
        {
            "INSTITUTIONS_WITH_TRAINER" => own.InstitutionsWithTrainer(country, narrowed, day, cancel),
            "CERTIFIED_TRAINERS" => own.CertifiedTrainers(country, day, cancel),
            "SESSIONS_HELD" => own.SessionsHeld(country, narrowed, year, cancel),
            "WORKERS_CERTIFIED" => own.WorkersCertified(country, narrowed, year, cancel),
            "DEPARTURES" => peers.Flow("outflow-by-destination-and-sex", country, narrowed.Partner, year, cancel),
            "RETURNS" => peers.Flow("returns-by-country-of-work-and-sex", country, narrowed.Partner, year, cancel),
            "RECRUITMENT_COST_RESIDENT" => peers.RecruitmentCost(Recruitment.V1.CostMeasure.Resident, country, narrowed.Partner!, year, cancel),
            "RECRUITMENT_COST_SEASONAL" => peers.RecruitmentCost(Recruitment.V1.CostMeasure.BorderSeasonal, country, narrowed.Partner!, year, cancel),
            "PAID_NOTHING_RESIDENT" => peers.PaidNothing(Recruitment.V1.CostMeasure.Resident, country, narrowed.Partner!, year, cancel),
            "PAID_NOTHING_SEASONAL" => peers.PaidNothing(Recruitment.V1.CostMeasure.BorderSeasonal, country, narrowed.Partner!, year, cancel),
            "REINTEGRATED" => peers.Reintegrated(country, year, cancel),
            var other => throw new InvalidOperationException($"Data/indicators.json names {other}, which nothing computes."),
        };
    }
}
