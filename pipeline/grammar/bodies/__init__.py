"""Bodies that act for the public: ministries, councils, offices, departments and associations, in Korean and English."""
