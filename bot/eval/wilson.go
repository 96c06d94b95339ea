package eval

import "math"

// A Rate is so many of so many, with its 95 % Wilson score interval: small
// samples say little, and the interval says how little.
type Rate struct {
	Count
	Rate float64 `json:"rate"` // 0 when nothing was counted
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// z is the 97.5th percentile of the normal distribution.
const z = 1.959963984540054

// rate is a count with its interval. Of nothing, it may be anything: 0 to 1.
func rate(c Count) Rate {
	if c.Of == 0 {
		return Rate{Count: c, High: 1}
	}
	n := float64(c.Of)
	p := float64(c.Count) / n
	center := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	r := Rate{Count: c, Rate: p, Low: center - half, High: center + half}
	if c.Count == 0 {
		r.Low = 0 // and not the rounding of a difference
	}
	if c.Count == c.Of {
		r.High = 1
	}
	return r
}
